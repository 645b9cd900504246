<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB">
<context>
    <name>IssueWords</name>
    <message numerus="yes">
        <source>%n more of this customer wait for it.</source>
        <translation>
            <numerusform>%n more of this customer waits for it.</numerusform>
            <numerusform>%n more of this customer wait for it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JournalWords</name>
    <message numerus="yes">
        <source>%n earlier tries</source>
        <translation>
            <numerusform>%n earlier try</numerusform>
            <numerusform>%n earlier tries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LineWords</name>
    <message numerus="yes">
        <source>%n sales need your decision. The rest takes care of itself.</source>
        <translation>
            <numerusform>%n sale needs your decision. The rest takes care of itself.</numerusform>
            <numerusform>%n sales need your decision. The rest takes care of itself.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PeopleWords</name>
    <message numerus="yes">
        <source>Send to %n people</source>
        <translation>
            <numerusform>Send to %n person</numerusform>
            <numerusform>Send to %n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sales are still waiting to be sent</source>
        <translation>
            <numerusform>%n sale is still waiting to be sent</numerusform>
            <numerusform>%n sales are still waiting to be sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Wrong PIN, %n tries left</source>
        <translation>
            <numerusform>Wrong PIN, %n try left</numerusform>
            <numerusform>Wrong PIN, %n tries left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProblemWords</name>
    <message numerus="yes">
        <source>%n digits missing</source>
        <translation>
            <numerusform>%n digit missing</numerusform>
            <numerusform>%n digits missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Type at least %n characters</source>
        <translation>
            <numerusform>Type at least %n character</numerusform>
            <numerusform>Type at least %n characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customers fit. Ask for the name or more digits.</source>
        <translation>
            <numerusform>%n customer fits. Ask for the name or more digits.</numerusform>
            <numerusform>%n customers fit. Ask for the name or more digits.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReaderWords</name>
    <message numerus="yes">
        <source>%n of 3 swipes</source>
        <translation>
            <numerusform>%n of 3 swipes</numerusform>
            <numerusform>%n of 3 swipes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n digits in {ms} ms</source>
        <translation>
            <numerusform>%n digit in {ms} ms</numerusform>
            <numerusform>%n digits in {ms} ms</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n characters in {ms} ms</source>
        <translation>
            <numerusform>%n character in {ms} ms</numerusform>
            <numerusform>%n characters in {ms} ms</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n characters look like typing. Let the reader send the marks ; and ? of the track.</source>
        <translation>
            <numerusform>%n character looks like typing. Let the reader send the marks ; and ? of the track.</numerusform>
            <numerusform>%n characters look like typing. Let the reader send the marks ; and ? of the track.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SaleWords</name>
    <message numerus="yes">
        <source>%n customers</source>
        <translation>
            <numerusform>%n customer</numerusform>
            <numerusform>%n customers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customers end in {digits}</source>
        <translation>
            <numerusform>%n customer ends in {digits}</numerusform>
            <numerusform>%n customers end in {digits}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>points</source>
        <comment>unit</comment>
        <translation>
            <numerusform>point</numerusform>
            <numerusform>points</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>points</source>
        <comment>unit after a decimal number</comment>
        <translation>
            <numerusform>point</numerusform>
            <numerusform>points</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Birthday in %n days</source>
        <translation>
            <numerusform>Birthday in %n day</numerusform>
            <numerusform>Birthday in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{sum} · %n visits this year</source>
        <translation>
            <numerusform>{sum} · %n visit this year</numerusform>
            <numerusform>{sum} · %n visits this year</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ShellWords</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need attention</source>
        <translation>
            <numerusform>%n needs attention</numerusform>
            <numerusform>%n need attention</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sales waiting, open sync centre</source>
        <translation>
            <numerusform>%n sale waiting, open sync centre</numerusform>
            <numerusform>%n sales waiting, open sync centre</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sales need attention, open sync centre</source>
        <translation>
            <numerusform>%n sale needs attention, open sync centre</numerusform>
            <numerusform>%n sales need attention, open sync centre</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SyncWords</name>
    <message numerus="yes">
        <source>%n points were used here while the till was offline,</source>
        <translation>
            <numerusform>%n point was used here while the till was offline,</numerusform>
            <numerusform>%n points were used here while the till was offline,</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>but only %n were left.</source>
        <translation>
            <numerusform>but only %n was left.</numerusform>
            <numerusform>but only %n were left.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrainingWords</name>
    <message numerus="yes">
        <source>%n entries, each once</source>
        <translation>
            <numerusform>%n entry, each once</numerusform>
            <numerusform>%n entries, each once</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TroubleWords</name>
    <message numerus="yes">
        <source>%n entries in it wait to be sent. They are safe, and the newer program sends them.</source>
        <translation>
            <numerusform>%n entry in it waits to be sent. It is safe, and the newer program sends it.</numerusform>
            <numerusform>%n entries in it wait to be sent. They are safe, and the newer program sends them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reading the roll: %n lines</source>
        <translation>
            <numerusform>Reading the roll: %n line</numerusform>
            <numerusform>Reading the roll: %n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sales are there.</source>
        <translation>
            <numerusform>%n sale is there.</numerusform>
            <numerusform>%n sales are there.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries wait: each is compared with the server before anything is sent.</source>
        <translation>
            <numerusform>%n entry waits: it is compared with the server before anything is sent.</numerusform>
            <numerusform>%n entries wait: each is compared with the server before anything is sent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n old files were kept.</source>
        <translation>
            <numerusform>%n old file was kept.</numerusform>
            <numerusform>%n old files were kept.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UpkeepWords</name>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
</TS>
