<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>AnswerWords</name>
    <message>
        <source>The server said: “{words}”</source>
        <translation>Der Server sagte: „{words}“</translation>
    </message>
    <message>
        <source>The server has it.</source>
        <translation>Der Server hat es.</translation>
    </message>
    <message>
        <source>The balance shows that it arrived.</source>
        <translation>Der Punktestand zeigt, dass es ankam.</translation>
    </message>
    <message>
        <source>Somebody changed the balance from {before} to {after}: it was taken as it is.</source>
        <translation>Jemand hat den Punktestand von {before} auf {after} geändert: er wurde so übernommen.</translation>
    </message>
    <message>
        <source>The server still had {points}: it was put right.</source>
        <translation>Der Server hatte noch {points}: es wurde berichtigt.</translation>
    </message>
    <message>
        <source>The CRM has the customer.</source>
        <translation>Das CRM hat den Kunden.</translation>
    </message>
    <message>
        <source>first name</source>
        <translation>Vorname</translation>
    </message>
    <message>
        <source>surname</source>
        <translation>Nachname</translation>
    </message>
    <message>
        <source>middle name</source>
        <translation>zweiter Vorname</translation>
    </message>
    <message>
        <source>e-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>birthday</source>
        <translation>Geburtstag</translation>
    </message>
    <message>
        <source>card</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>This phone is a customer&apos;s already. What differs: {fields}.</source>
        <translation>Diese Nummer gehört schon einem Kunden. Anders ist: {fields}.</translation>
    </message>
    <message>
        <source>The server knows nobody with this phone: nothing was changed.</source>
        <translation>Der Server kennt niemanden mit dieser Nummer: nichts wurde geändert.</translation>
    </message>
    <message>
        <source>The server could not be reached.</source>
        <translation>Der Server war nicht erreichbar.</translation>
    </message>
    <message>
        <source>No secure connection to the server could be made.</source>
        <translation>Zum Server kam keine sichere Verbindung zustande.</translation>
    </message>
    <message>
        <source>This computer&apos;s date is wrong. Please correct it.</source>
        <translation>Das Datum dieses Computers ist falsch. Bitte berichtigen Sie es.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not valid. Nothing was sent.</source>
        <translation>Das Zertifikat des Servers ist ungültig. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>Something on the network answered instead of the server. It may want a log-in.</source>
        <translation>Statt des Servers hat etwas im Netz geantwortet. Vielleicht will es eine Anmeldung.</translation>
    </message>
    <message>
        <source>The network&apos;s proxy does not let this till through.</source>
        <translation>Der Proxy des Netzes lässt diese Kasse nicht durch.</translation>
    </message>
    <message>
        <source>The server&apos;s address in Settings is not right.</source>
        <translation>Die Adresse des Servers in den Optionen stimmt nicht.</translation>
    </message>
    <message>
        <source>The till was being closed.</source>
        <translation>Die Kasse wurde gerade geschlossen.</translation>
    </message>
    <message>
        <source>The server does not accept the till&apos;s key.</source>
        <translation>Der Server nimmt den Schlüssel der Kasse nicht an.</translation>
    </message>
    <message>
        <source>The till&apos;s key could not be read on this computer.</source>
        <translation>Der Schlüssel der Kasse war auf diesem Computer nicht lesbar.</translation>
    </message>
    <message>
        <source>The server asked for a pause of {n} s.</source>
        <translation>Der Server bat um {n} s Pause.</translation>
    </message>
    <message>
        <source>No answer came in time. It may have arrived.</source>
        <translation>Die Antwort kam nicht rechtzeitig. Es kann angekommen sein.</translation>
    </message>
    <message>
        <source>The connection was lost before the answer. It may have arrived.</source>
        <translation>Die Verbindung brach vor der Antwort ab. Es kann angekommen sein.</translation>
    </message>
    <message>
        <source>The program ended while this was being sent. It may have arrived.</source>
        <translation>Das Programm endete während des Sendens. Es kann angekommen sein.</translation>
    </message>
    <message>
        <source>The answer made no sense.</source>
        <translation>Die Antwort ergab keinen Sinn.</translation>
    </message>
    <message>
        <source>The server has trouble of its own.</source>
        <translation>Der Server hat selbst eine Störung.</translation>
    </message>
    <message>
        <source>The server answered for another customer. Nothing was taken from its answer.</source>
        <translation>Der Server antwortete für einen anderen Kunden. Nichts davon wurde übernommen.</translation>
    </message>
    <message>
        <source>Refused, but an earlier try may still arrive. It is asked about once more.</source>
        <translation>Abgelehnt, aber ein früherer Versuch kann noch ankommen. Es wird noch einmal nachgefragt.</translation>
    </message>
    <message>
        <source>It may have arrived, and how many points it was is not known.</source>
        <translation>Es kann angekommen sein, und wie viele Punkte es waren, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>It may have arrived at an address that this till does not use any more.</source>
        <translation>Es kann an einer Adresse angekommen sein, die diese Kasse nicht mehr nutzt.</translation>
    </message>
    <message>
        <source>It may have arrived, and the server can no longer be asked safely.</source>
        <translation>Es kann angekommen sein, und der Server lässt sich nicht mehr sicher fragen.</translation>
    </message>
    <message>
        <source>It may have arrived: there were {before} points, {target} would be right, and the server has {now}.</source>
        <translation>Es kann angekommen sein: es waren {before} Punkte, {target} wären richtig, und der Server hat {now}.</translation>
    </message>
    <message>
        <source>It may have arrived: there were {before} points, {target} would be right, and the server tells no balance.</source>
        <translation>Es kann angekommen sein: es waren {before} Punkte, {target} wären richtig, und der Server nennt keinen Punktestand.</translation>
    </message>
    <message>
        <source>No customer has this phone or card.</source>
        <translation>Kein Kunde hat diese Nummer oder Karte.</translation>
    </message>
    <message>
        <source>The server said no, without a reason.</source>
        <translation>Der Server lehnte ohne Grund ab.</translation>
    </message>
    <message>
        <source>The server has {now} points, and this till left {left}: somebody else changed them.</source>
        <translation>Der Server hat {now} Punkte, diese Kasse hinterließ {left}: jemand anders hat sie geändert.</translation>
    </message>
    <message>
        <source>The server tells no phone for this card, so its balance cannot be changed.</source>
        <translation>Der Server nennt zu dieser Karte keine Telefonnummer, darum lässt sich ihr Punktestand nicht ändern.</translation>
    </message>
    <message>
        <source>The server tells no balance for this customer. Nothing was changed.</source>
        <translation>Der Server nennt keinen Punktestand dieses Kunden. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>No server tells this customer&apos;s bonus, so it is not known how many points they earn.</source>
        <translation>Kein Server nennt den Bonus dieses Kunden, darum ist nicht bekannt, wie viele Punkte er bekommt.</translation>
    </message>
    <message>
        <source>This sale belongs to the account {sale}, and the till to {till} now.</source>
        <translation>Dieser Verkauf gehört zum Konto {sale}, die Kasse jetzt zu {till}.</translation>
    </message>
    <message>
        <source>What is on the disk is not what was saved there. It was not sent.</source>
        <translation>Auf der Festplatte steht nicht, was gespeichert wurde. Es wurde nicht gesendet.</translation>
    </message>
    <message>
        <source>Decided by a person.</source>
        <translation>Ein Mensch hat entschieden.</translation>
    </message>
    <message>
        <source>Decided by {who}.</source>
        <translation>Entschieden von {who}.</translation>
    </message>
    <message>
        <source>This customer earns nothing on this sale.</source>
        <translation>Dieser Kunde bekommt für diesen Verkauf nichts.</translation>
    </message>
    <message>
        <source>Taken back before it reached the server.</source>
        <translation>Zurückgenommen, bevor es den Server erreichte.</translation>
    </message>
    <message>
        <source>There is nothing to take back: it never reached the server.</source>
        <translation>Es gibt nichts zurückzunehmen: es hat den Server nie erreicht.</translation>
    </message>
    <message>
        <source>The card belongs to {phone}: the points go on there.</source>
        <translation>Die Karte gehört zu {phone}: die Punkte laufen dort weiter.</translation>
    </message>
</context>
<context>
    <name>AppearanceWords</name>
    <message>
        <source>Appearance</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>For this till only. Every choice is in force at once and kept.</source>
        <translation>Nur für diese Kasse. Jede Wahl gilt sofort und bleibt.</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Like the computer</source>
        <translation>Wie der Computer</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>Size of everything</source>
        <translation>Größe von allem</translation>
    </message>
    <message>
        <source>From the next start of the till, as far as it fits on the screen.</source>
        <translation>Ab dem nächsten Start der Kasse, soweit es auf den Bildschirm passt.</translation>
    </message>
    <message>
        <source>Keypad</source>
        <translation>Zifferntasten</translation>
    </message>
    <message>
        <source>Which digits are on top.</source>
        <translation>Welche Ziffern oben sind.</translation>
    </message>
    <message>
        <source>Sides</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Where the customer is on the screen.</source>
        <translation>Wo der Kunde auf dem Bildschirm ist.</translation>
    </message>
    <message>
        <source>Customer left</source>
        <translation>Kunde links</translation>
    </message>
    <message>
        <source>Customer right</source>
        <translation>Kunde rechts</translation>
    </message>
    <message>
        <source>Close the recorded sale</source>
        <translation>Verkauf schließen</translation>
    </message>
    <message>
        <source>Enter and the next card close it too.</source>
        <translation>Enter und die nächste Karte schließen ihn auch.</translation>
    </message>
    <message>
        <source>After {n} s</source>
        <translation>Nach {n} s</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>Töne</translation>
    </message>
    <message>
        <source>For a card read, a sale saved, a refusal.</source>
        <translation>Für gelesene Karte, gespeicherten Verkauf, Ablehnung.</translation>
    </message>
    <message>
        <source>Movement</source>
        <translation>Bewegung</translation>
    </message>
    <message>
        <source>What changes on the screen fades briefly.</source>
        <translation>Was sich auf dem Bildschirm ändert, blendet kurz über.</translation>
    </message>
    <message>
        <source>Reduced</source>
        <translation>Reduziert</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Quiet</source>
        <translation>Leise</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
</context>
<context>
    <name>AttemptWords</name>
    <message>
        <source>Waiting to be sent</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Wird gesendet</translation>
    </message>
    <message>
        <source>Sent, waiting for proof</source>
        <translation>Gesendet, wartet auf Beleg</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Needs a person</source>
        <translation>Entscheidung nötig</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Sending was cut off</source>
        <translation>Senden unterbrochen</translation>
    </message>
    <message>
        <source>Found at the server</source>
        <translation>Beim Server gefunden</translation>
    </message>
    <message>
        <source>Could not be sent</source>
        <translation>Nicht gesendet</translation>
    </message>
    <message>
        <source>Put back in the queue</source>
        <translation>Wieder in der Reihe</translation>
    </message>
    <message>
        <source>The server said no</source>
        <translation>Server lehnte ab</translation>
    </message>
    <message>
        <source>Stopped for a person</source>
        <translation>Wartet auf Entscheidung</translation>
    </message>
    <message>
        <source>Sent, no clear answer</source>
        <translation>Gesendet, Antwort unklar</translation>
    </message>
    <message>
        <source>Asked about it, no clear answer</source>
        <translation>Nachgefragt, Antwort unklar</translation>
    </message>
    <message>
        <source>The server did not accept it</source>
        <translation>Der Server nahm es nicht an</translation>
    </message>
    <message>
        <source>This phone or card belongs to nobody yet</source>
        <translation>Nummer oder Karte gehört noch niemandem</translation>
    </message>
    <message>
        <source>It is not known whether it arrived</source>
        <translation>Unbekannt, ob es ankam</translation>
    </message>
    <message>
        <source>This sale belongs to another account</source>
        <translation>Dieser Verkauf gehört zu einem anderen Konto</translation>
    </message>
    <message>
        <source>Somebody else changed the balance</source>
        <translation>Jemand anders änderte den Punktestand</translation>
    </message>
    <message>
        <source>This phone is a customer&apos;s already</source>
        <translation>Diese Nummer gehört schon einem Kunden</translation>
    </message>
    <message>
        <source>The entry on the disk is damaged</source>
        <translation>Der Eintrag auf der Festplatte ist beschädigt</translation>
    </message>
    <message>
        <source>Decided: try again</source>
        <translation>Entschieden: noch einmal versuchen</translation>
    </message>
    <message>
        <source>Decided: the points are another customer&apos;s</source>
        <translation>Entschieden: die Punkte gehören einem anderen Kunden</translation>
    </message>
    <message>
        <source>Decided: not there, add them now</source>
        <translation>Entschieden: nicht da, jetzt gutschreiben</translation>
    </message>
    <message>
        <source>Decided: they are there already</source>
        <translation>Entschieden: sie sind schon da</translation>
    </message>
    <message>
        <source>Decided: the points are forgiven</source>
        <translation>Entschieden: die Punkte werden erlassen</translation>
    </message>
    <message>
        <source>Decided: the points that are there are taken, the rest is forgiven</source>
        <translation>Entschieden: vorhandene Punkte werden abgezogen, der Rest erlassen</translation>
    </message>
    <message>
        <source>Decided: the sale is voided</source>
        <translation>Entschieden: der Verkauf wird storniert</translation>
    </message>
    <message>
        <source>Decided: nothing more is done</source>
        <translation>Entschieden: nichts weiter geschieht</translation>
    </message>
</context>
<context>
    <name>CheckoutWords</name>
    <message>
        <source>Purchase</source>
        <translation>Einkauf</translation>
    </message>
    <message>
        <source>Redeem points</source>
        <translation>Punkte einlösen</translation>
    </message>
    <message>
        <source>Receipt no. (optional)</source>
        <translation>Belegnr. (freiwillig)</translation>
    </message>
    <message>
        <source>Receipt (optional)</source>
        <translation>Beleg (freiwillig)</translation>
    </message>
    <message>
        <source>Max {points}</source>
        <translation>Max. {points}</translation>
    </message>
    <message>
        <source>→ {sum}</source>
        <translation>→ {sum}</translation>
    </message>
    <message>
        <source>Use points so that {sum} remain to pay</source>
        <translation>Punkte so einlösen, dass {sum} zu zahlen bleiben</translation>
    </message>
    <message>
        <source>Use {points}</source>
        <translation>{points} einlösen</translation>
    </message>
    <message>
        <source>Use as many as possible, {points}</source>
        <translation>So viele wie möglich einlösen, {points}</translation>
    </message>
    <message>
        <source>Find the customer first to see how many points they can use.</source>
        <translation>Suchen Sie erst den Kunden, dann sehen Sie, wie viele Punkte er einlösen kann.</translation>
    </message>
    <message>
        <source>Points can be used once we know the balance. Offer it on the next visit.</source>
        <translation>Punkte gehen, sobald wir den Stand kennen. Bieten Sie es beim nächsten Besuch an.</translation>
    </message>
    <message>
        <source>Enter the amount first</source>
        <translation>Erst den Betrag eingeben</translation>
    </message>
    <message>
        <source>Is {sum} right? Press Enter once more.</source>
        <translation>Stimmt {sum}? Noch einmal Enter drücken.</translation>
    </message>
    <message>
        <source>{sum} was recorded for this customer just now</source>
        <translation>{sum} wurde für diesen Kunden eben erst gespeichert</translation>
    </message>
    <message>
        <source>Press Enter once more if it is another purchase.</source>
        <translation>Ist es ein weiterer Einkauf, noch einmal Enter drücken.</translation>
    </message>
    <message>
        <source>Discount {percent}</source>
        <translation>Rabatt {percent}</translation>
    </message>
    <message>
        <source>Points used</source>
        <translation>Eingelöst</translation>
    </message>
    <message>
        <source>Points earned</source>
        <translation>Neue Punkte</translation>
    </message>
    <message>
        <source>New balance</source>
        <translation>Neuer Stand</translation>
    </message>
    <message>
        <source>later</source>
        <translation>später</translation>
    </message>
    <message>
        <source>≈ {value}</source>
        <translation>≈ {value}</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>Zu zahlen</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Bestätigen</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>To pay {sum}</source>
        <translation>Zu zahlen {sum}</translation>
    </message>
    <message>
        <source>Confirm sale, {sum}</source>
        <translation>Verkauf bestätigen, {sum}</translation>
    </message>
    <message>
        <source>Hold sale</source>
        <translation>Verkauf parken</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>Geparkt</translation>
    </message>
    <message>
        <source>Take up {name}, {sum}, held since {time}</source>
        <translation>{name} zurückholen, {sum}, geparkt seit {time}</translation>
    </message>
    <message>
        <source>No customer yet</source>
        <translation>Noch kein Kunde</translation>
    </message>
    <message>
        <source>Sale recorded</source>
        <translation>Verkauf gespeichert</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Saved, will be sent</source>
        <translation>Gespeichert, wird gesendet</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>noch {time}</translation>
    </message>
    <message>
        <source>Undo, {time} left</source>
        <translation>Rückgängig, noch {time}</translation>
    </message>
    <message>
        <source>Points and balance</source>
        <translation>Punkte und Stand</translation>
    </message>
    <message>
        <source>Show QR</source>
        <translation>QR zeigen</translation>
    </message>
    <message>
        <source>Card for the phone</source>
        <translation>Karte fürs Handy</translation>
    </message>
    <message>
        <source>Ready for the next customer. Just swipe or scan.</source>
        <translation>Bereit für den nächsten Kunden. Karte durchziehen oder scannen.</translation>
    </message>
    <message>
        <source>closes in {n} s</source>
        <translation>schließt in {n} s</translation>
    </message>
    <message>
        <source>Sale undone. Points are back as before.</source>
        <translation>Verkauf rückgängig. Punkte wie zuvor.</translation>
    </message>
    <message>
        <source>space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>zero</source>
        <translation>null</translation>
    </message>
    <message>
        <source>one</source>
        <translation>eins</translation>
    </message>
    <message>
        <source>two</source>
        <translation>zwei</translation>
    </message>
    <message>
        <source>three</source>
        <translation>drei</translation>
    </message>
    <message>
        <source>four</source>
        <translation>vier</translation>
    </message>
    <message>
        <source>five</source>
        <translation>fünf</translation>
    </message>
    <message>
        <source>six</source>
        <translation>sechs</translation>
    </message>
    <message>
        <source>seven</source>
        <translation>sieben</translation>
    </message>
    <message>
        <source>eight</source>
        <translation>acht</translation>
    </message>
    <message>
        <source>nine</source>
        <translation>neun</translation>
    </message>
    <message>
        <source>decimal sign</source>
        <translation>Dezimalkomma</translation>
    </message>
    <message>
        <source>delete the last digit, hold to clear</source>
        <translation>letzte Ziffer löschen, halten löscht alles</translation>
    </message>
</context>
<context>
    <name>ConnectionWords</name>
    <message>
        <source>Connection and keys</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Where this till sends its sales, and the keys it is known by. A key is never shown again.</source>
        <translation>Wohin diese Kasse ihre Verkäufe sendet und mit welchen Schlüsseln. Ein Schlüssel wird nie wieder gezeigt.</translation>
    </message>
    <message>
        <source>Keys are kept</source>
        <translation>Schlüssel liegen</translation>
    </message>
    <message>
        <source>In the system keyring of this computer</source>
        <translation>Im Schlüsselbund dieses Computers</translation>
    </message>
    <message>
        <source>Only in memory, until the till is closed</source>
        <translation>Nur im Speicher, bis die Kasse schließt</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Replace: {key}</source>
        <translation>Ersetzen: {key}</translation>
    </message>
    <message>
        <source>The new key is in use</source>
        <translation>Der neue Schlüssel gilt</translation>
    </message>
    <message>
        <source>The key was not replaced</source>
        <translation>Der Schlüssel wurde nicht ersetzt</translation>
    </message>
    <message>
        <source>Replace the key</source>
        <translation>Schlüssel ersetzen</translation>
    </message>
</context>
<context>
    <name>IssueWords</name>
    <message>
        <source>The server did not take the used points</source>
        <translation>Der Server nahm die eingelösten Punkte nicht an</translation>
    </message>
    <message>
        <source>This phone belongs to nobody yet</source>
        <translation>Diese Nummer gehört noch niemandem</translation>
    </message>
    <message>
        <source>The balance is not what this till left</source>
        <translation>Der Punktestand ist nicht der dieser Kasse</translation>
    </message>
    <message>
        <source>Card {number}</source>
        <translation>Karte {number}</translation>
    </message>
    <message>
        <source>{used} points were used here, but only {left} are left. Nothing is lost. Choose what to do with the missing {missing}.</source>
        <translation>{used} Punkte wurden hier eingelöst, aber nur {left} sind da. Nichts ist verloren. Wählen Sie, was mit den fehlenden {missing} geschieht.</translation>
    </message>
    <message>
        <source>The server does not know the card. Choose the customer, then the points are added.</source>
        <translation>Der Server kennt die Karte nicht. Wählen Sie den Kunden, dann werden die Punkte gutgeschrieben.</translation>
    </message>
    <message>
        <source>The server does not know the phone. Correct it or choose the customer, then the points are added.</source>
        <translation>Der Server kennt die Nummer nicht. Berichtigen Sie sie oder wählen Sie den Kunden, dann werden die Punkte gutgeschrieben.</translation>
    </message>
    <message>
        <source>It was sent, but no clear answer came. Look at the customer&apos;s points before you decide.</source>
        <translation>Es wurde gesendet, aber es kam keine klare Antwort. Sehen Sie die Punkte des Kunden an, bevor Sie entscheiden.</translation>
    </message>
    <message>
        <source>The customer&apos;s points are not what this till expected. Look at them before you decide.</source>
        <translation>Die Punkte des Kunden sind nicht die erwarteten. Sehen Sie sie an, bevor Sie entscheiden.</translation>
    </message>
    <message>
        <source>It goes to nobody else. Put that account&apos;s key back, then try again.</source>
        <translation>Es geht an niemand anderen. Setzen Sie den Schlüssel jenes Kontos wieder ein und versuchen Sie es dann.</translation>
    </message>
    <message>
        <source>What is on the disk is not what was written there, so it is not sent. Check this computer&apos;s disk.</source>
        <translation>Auf der Festplatte steht nicht, was geschrieben wurde, darum wird es nicht gesendet. Prüfen Sie die Festplatte.</translation>
    </message>
    <message>
        <source>Nothing is lost.</source>
        <translation>Nichts ist verloren.</translation>
    </message>
    <message numerus="yes">
        <source>%n more of this customer wait for it.</source>
        <translation>
            <numerusform>%n weiterer Verkauf dieses Kunden wartet darauf.</numerusform>
            <numerusform>%n weitere Verkäufe dieses Kunden warten darauf.</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking at the customer&apos;s points…</source>
        <translation>Punkte des Kunden werden geholt…</translation>
    </message>
    <message>
        <source>The server has {points} now.</source>
        <translation>Der Server hat jetzt {points}.</translation>
    </message>
    <message>
        <source>There were {before} before; {right} are right with this.</source>
        <translation>Vorher waren es {before}; mit diesem sind {right} richtig.</translation>
    </message>
    <message>
        <source>They seem to be there.</source>
        <translation>Sie scheinen da zu sein.</translation>
    </message>
    <message>
        <source>They seem not to be there.</source>
        <translation>Sie scheinen nicht da zu sein.</translation>
    </message>
    <message>
        <source>The customer&apos;s points cannot be read now.</source>
        <translation>Die Punkte des Kunden sind jetzt nicht lesbar.</translation>
    </message>
    <message>
        <source>Correct the phone</source>
        <translation>Nummer ändern</translation>
    </message>
    <message>
        <source>Other customer</source>
        <translation>Anderer Kunde</translation>
    </message>
    <message>
        <source>Add now</source>
        <translation>Gutschreiben</translation>
    </message>
    <message>
        <source>Take now</source>
        <translation>Jetzt abziehen</translation>
    </message>
    <message>
        <source>Already there</source>
        <translation>Schon da</translation>
    </message>
    <message>
        <source>Already taken</source>
        <translation>Schon weg</translation>
    </message>
    <message>
        <source>Forgive {points}</source>
        <translation>{points} erlassen</translation>
    </message>
    <message>
        <source>Write off</source>
        <translation>Abschreiben</translation>
    </message>
    <message>
        <source>Allow again</source>
        <translation>Wieder erlauben</translation>
    </message>
    <message>
        <source>It was moved here</source>
        <translation>Hierher verlegt</translation>
    </message>
    <message>
        <source>It is a copy</source>
        <translation>Ist eine Kopie</translation>
    </message>
    <message>
        <source>A backup was put back</source>
        <translation>Alte Sicherung</translation>
    </message>
    <message>
        <source>It is sent once more. Good once what was wrong has been put right.</source>
        <translation>Es wird noch einmal gesendet. Gut, wenn der Fehler behoben ist.</translation>
    </message>
    <message>
        <source>The points go to the customer you choose, and to nobody else.</source>
        <translation>Die Punkte gehen an den gewählten Kunden und an niemand anderen.</translation>
    </message>
    <message>
        <source>The points go to {name}.</source>
        <translation>Die Punkte gehen an {name}.</translation>
    </message>
    <message>
        <source>You looked, and it is not there: it is sent now. This cannot be undone.</source>
        <translation>Sie haben nachgesehen, es ist nicht da: es wird jetzt gesendet. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>You looked, and it is there: nothing more is sent. This cannot be undone.</source>
        <translation>Sie haben nachgesehen, es ist da: nichts weiter wird gesendet. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>No points are taken: the customer keeps {points}, and the shop bears it. This cannot be undone.</source>
        <translation>Es werden keine Punkte abgezogen: der Kunde behält {points}, das Geschäft trägt es. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>{left} are taken, and the shop bears the missing {missing}. This cannot be undone.</source>
        <translation>{left} werden abgezogen, die fehlenden {missing} trägt das Geschäft. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>The whole sale is taken back: hand back {sum}. This cannot be undone.</source>
        <translation>Der ganze Verkauf wird zurückgenommen: geben Sie {sum} zurück. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>The sale stays, but nobody gets points for it. This cannot be undone.</source>
        <translation>Der Verkauf bleibt, aber niemand bekommt Punkte. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Nothing more is done; the points at the server stay as they are. This cannot be undone.</source>
        <translation>Nichts weiter geschieht; die Punkte auf dem Server bleiben. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Points are written again; the next write is looked at like the first.</source>
        <translation>Punkte werden wieder geschrieben; das nächste Schreiben wird geprüft wie das erste.</translation>
    </message>
    <message>
        <source>The other place is not used any more: what is open is asked about, then sent from here.</source>
        <translation>Der andere Ort wird nicht mehr genutzt: Offenes wird nachgefragt und dann von hier gesendet.</translation>
    </message>
    <message>
        <source>The other place goes on and sends what is open. This is another till from now on.</source>
        <translation>Der andere Ort macht weiter und sendet das Offene. Dies ist ab jetzt eine andere Kasse.</translation>
    </message>
    <message>
        <source>What is open may have been sent since the backup: it is asked about before anything is sent again.</source>
        <translation>Offenes kann seit der Sicherung gesendet worden sein: es wird nachgefragt, bevor wieder etwas gesendet wird.</translation>
    </message>
    <message>
        <source>Two tills that write balances overwrite each other. Ask whoever set up this till.</source>
        <translation>Zwei Kassen, die Punktestände schreiben, überschreiben einander. Fragen Sie, wer diese Kasse eingerichtet hat.</translation>
    </message>
    <message>
        <source>Who decides?</source>
        <translation>Wer entscheidet?</translation>
    </message>
    <message>
        <source>Why? It is kept for ever</source>
        <translation>Warum? Es bleibt für immer</translation>
    </message>
    <message>
        <source>Why? (optional)</source>
        <translation>Warum? (freiwillig)</translation>
    </message>
    <message>
        <source>Say who decides</source>
        <translation>Wer entscheidet, fehlt</translation>
    </message>
    <message>
        <source>Say why</source>
        <translation>Der Grund fehlt</translation>
    </message>
    <message>
        <source>Choose the customer first</source>
        <translation>Erst den Kunden wählen</translation>
    </message>
    <message>
        <source>Phone, card or name</source>
        <translation>Nummer, Karte oder Name</translation>
    </message>
    <message>
        <source>Use {number}</source>
        <translation>{number} nutzen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>The disk did not take it: nothing was decided. Please try once more.</source>
        <translation>Die Festplatte nahm es nicht an: nichts wurde entschieden. Bitte noch einmal versuchen.</translation>
    </message>
    <message>
        <source>This has been settled already.</source>
        <translation>Das ist schon erledigt.</translation>
    </message>
    <message>
        <source>What happened · {n}</source>
        <translation>Was geschah · {n}</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Verbergen</translation>
    </message>
    <message>
        <source>Sale saved on this till</source>
        <translation>Verkauf an dieser Kasse gespeichert</translation>
    </message>
    <message>
        <source>Decided: {what}</source>
        <translation>Entschieden: {what}</translation>
    </message>
    <message>
        <source>Hand back {sum}</source>
        <translation>{sum} zurückgeben</translation>
    </message>
</context>
<context>
    <name>JournalWords</name>
    <message>
        <source>All that waits, of every day</source>
        <translation>Alles Wartende, aller Tage</translation>
    </message>
    <message>
        <source>All that needs attention, of every day</source>
        <translation>Alles zu Klärende, aller Tage</translation>
    </message>
    <message>
        <source>Found in all days</source>
        <translation>Gefunden in allen Tagen</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Which sales</source>
        <translation>Welche Verkäufe</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Name, digits, receipt, amount</source>
        <translation>Name, Ziffern, Beleg, Betrag</translation>
    </message>
    <message>
        <source>Search the journal by name, last digits, receipt number or amount</source>
        <translation>Im Journal nach Name, letzten Ziffern, Belegnummer oder Betrag suchen</translation>
    </message>
    <message>
        <source>Stop searching</source>
        <translation>Suche beenden</translation>
    </message>
    <message>
        <source>Choose a day</source>
        <translation>Tag wählen</translation>
    </message>
    <message>
        <source>The day before</source>
        <translation>Der Tag davor</translation>
    </message>
    <message>
        <source>The day after</source>
        <translation>Der Tag danach</translation>
    </message>
    <message>
        <source>The month before</source>
        <translation>Der Monat davor</translation>
    </message>
    <message>
        <source>The month after</source>
        <translation>Der Monat danach</translation>
    </message>
    <message>
        <source>Save the list as a file</source>
        <translation>Liste als Datei speichern</translation>
    </message>
    <message>
        <source>{file} is in {folder}</source>
        <translation>{file} ist in {folder}</translation>
    </message>
    <message>
        <source>The file could not be written. Nothing else changed.</source>
        <translation>Die Datei ließ sich nicht schreiben. Sonst hat sich nichts geändert.</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>Verkäufe</translation>
    </message>
    <message>
        <source>Takings</source>
        <translation>Umsatz</translation>
    </message>
    <message>
        <source>Discounts</source>
        <translation>Rabatte</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Bezahlt</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Punkte</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Sales, newest first</source>
        <translation>Verkäufe, neueste zuerst</translation>
    </message>
    <message>
        <source>{time}, {name}, paid {paid}, points {points}, {state}</source>
        <translation>{time}, {name}, bezahlt {paid}, Punkte {points}, {state}</translation>
    </message>
    <message>
        <source>Refund {number}</source>
        <translation>Erstattung {number}</translation>
    </message>
    <message>
        <source>Correction</source>
        <translation>Korrektur</translation>
    </message>
    <message>
        <source>{money} refunded</source>
        <translation>{money} erstattet</translation>
    </message>
    <message>
        <source>No sales on this day</source>
        <translation>Keine Verkäufe an diesem Tag</translation>
    </message>
    <message>
        <source>No sales yet today</source>
        <translation>Heute noch keine Verkäufe</translation>
    </message>
    <message>
        <source>Nothing waits. All is sent.</source>
        <translation>Nichts wartet. Alles ist gesendet.</translation>
    </message>
    <message>
        <source>Nothing needs attention.</source>
        <translation>Nichts ist zu klären.</translation>
    </message>
    <message>
        <source>No sale fits</source>
        <translation>Kein Verkauf passt</translation>
    </message>
    <message>
        <source>Try the beginning of a name, the last 3 digits, a receipt number or an amount.</source>
        <translation>Versuchen Sie den Anfang eines Namens, die letzten 3 Ziffern, eine Belegnummer oder einen Betrag.</translation>
    </message>
    <message>
        <source>Choose a sale to see all about it</source>
        <translation>Verkauf wählen, um alles zu sehen</translation>
    </message>
    <message>
        <source>The chosen sale is shown here</source>
        <translation>Der gewählte Verkauf erscheint hier</translation>
    </message>
    <message>
        <source>receipt {number}</source>
        <translation>Beleg {number}</translation>
    </message>
    <message>
        <source>Handed back</source>
        <translation>Zurückgegeben</translation>
    </message>
    <message>
        <source>Refunded so far</source>
        <translation>Bisher erstattet</translation>
    </message>
    <message>
        <source>Saved on this till</source>
        <translation>In dieser Kasse gespeichert</translation>
    </message>
    <message>
        <source>Refund saved on this till</source>
        <translation>Erstattung in dieser Kasse gespeichert</translation>
    </message>
    <message>
        <source>{what} · points used</source>
        <translation>{what} · eingelöste Punkte</translation>
    </message>
    <message>
        <source>{what} · points earned</source>
        <translation>{what} · neue Punkte</translation>
    </message>
    <message numerus="yes">
        <source>%n earlier tries</source>
        <translation>
            <numerusform>%n früherer Versuch</numerusform>
            <numerusform>%n frühere Versuche</numerusform>
        </translation>
    </message>
    <message>
        <source>next try at once</source>
        <translation>nächster Versuch sofort</translation>
    </message>
    <message>
        <source>Voided</source>
        <translation>Storniert</translation>
    </message>
    <message>
        <source>{money} handed back</source>
        <translation>{money} zurückgegeben</translation>
    </message>
    <message>
        <source>Takes back the sale of {time}</source>
        <translation>Nimmt den Verkauf von {time} zurück</translation>
    </message>
    <message>
        <source>open it</source>
        <translation>öffnen</translation>
    </message>
    <message>
        <source>Not sent yet, so it can still be voided. Sent sales are refunded.</source>
        <translation>Noch nicht gesendet, also noch zu stornieren. Gesendete Verkäufe werden erstattet.</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>Storno</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>Erstatten</translation>
    </message>
    <message>
        <source>Add the customer</source>
        <translation>Kunde dazu</translation>
    </message>
    <message>
        <source>Void this sale?</source>
        <translation>Diesen Verkauf stornieren?</translation>
    </message>
    <message>
        <source>{money} goes back to the customer. Nothing of it is sent.</source>
        <translation>{money} gehen an den Kunden zurück. Nichts davon wird gesendet.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>The sale is voided.</source>
        <translation>Der Verkauf ist storniert.</translation>
    </message>
    <message>
        <source>Refund a sale</source>
        <translation>Verkauf erstatten</translation>
    </message>
    <message>
        <source>{time} · {name}</source>
        <translation>{time} · {name}</translation>
    </message>
    <message>
        <source>How much of the purchase</source>
        <translation>Wie viel vom Einkauf</translation>
    </message>
    <message>
        <source>All {money}</source>
        <translation>Alles {money}</translation>
    </message>
    <message>
        <source>Half</source>
        <translation>Hälfte</translation>
    </message>
    <message>
        <source>Hand back</source>
        <translation>Zurückzugeben</translation>
    </message>
    <message>
        <source>Used points that come back</source>
        <translation>Eingelöste, kommen zurück</translation>
    </message>
    <message>
        <source>Earned points that are taken</source>
        <translation>Neue, werden abgezogen</translation>
    </message>
    <message>
        <source>A refund cannot be undone.</source>
        <translation>Eine Erstattung lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Refund {money}</source>
        <translation>{money} erstatten</translation>
    </message>
    <message>
        <source>Hand back {money}. The refund is saved.</source>
        <translation>Geben Sie {money} zurück. Die Erstattung ist gespeichert.</translation>
    </message>
    <message>
        <source>Whose purchase was it?</source>
        <translation>Wessen Einkauf war es?</translation>
    </message>
    <message>
        <source>Today only, and once. The points of this sale go to the customer you choose.</source>
        <translation>Nur heute und nur einmal. Die Punkte dieses Verkaufs gehen an den gewählten Kunden.</translation>
    </message>
    <message>
        <source>Give the points to {name}</source>
        <translation>Punkte an {name} geben</translation>
    </message>
    <message>
        <source>Give the points</source>
        <translation>Punkte geben</translation>
    </message>
    <message>
        <source>The points go to {name}.</source>
        <translation>Die Punkte gehen an {name}.</translation>
    </message>
    <message>
        <source>Forgot the card: {name}</source>
        <translation>Karte vergessen: {name}</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Beleg</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Purchase</source>
        <translation>Einkauf</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>Rabatt</translation>
    </message>
    <message>
        <source>Points used</source>
        <translation>Eingelöst</translation>
    </message>
    <message>
        <source>Points earned</source>
        <translation>Neue Punkte</translation>
    </message>
    <message>
        <source>Sale</source>
        <translation>Verkauf</translation>
    </message>
    <message>
        <source>Takes back</source>
        <translation>Nimmt zurück</translation>
    </message>
    <message>
        <source>journal {what}</source>
        <translation>Journal {what}</translation>
    </message>
</context>
<context>
    <name>KeyboardWords</name>
    <message>
        <source>Language and keyboard</source>
        <translation>Sprache, Tastatur</translation>
    </message>
    <message>
        <source>For this till only. What you choose is in force at once.</source>
        <translation>Nur für diese Kasse. Ihre Wahl gilt sofort.</translation>
    </message>
    <message>
        <source>Of the window and the slips. A sale that was begun stays as it is.</source>
        <translation>Für Fenster und Belege. Ein begonnener Verkauf bleibt, wie er ist.</translation>
    </message>
    <message>
        <source>Letters on the screen</source>
        <translation>Buchstaben auf dem Schirm</translation>
    </message>
    <message>
        <source>To type names where there is no keyboard.</source>
        <translation>Um Namen ohne Tastatur zu schreiben.</translation>
    </message>
    <message>
        <source>When needed</source>
        <translation>Bei Bedarf</translation>
    </message>
    <message>
        <source>At every tap</source>
        <translation>Bei jedem Tippen</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>Try the keyboard</source>
        <translation>Tastatur ausprobieren</translation>
    </message>
    <message>
        <source>Type 1 2 3 4 5 in the row above the letters.</source>
        <translation>Tippen Sie 1 2 3 4 5 in der Reihe über den Buchstaben.</translation>
    </message>
    <message>
        <source>Digits arrive as digits.</source>
        <translation>Ziffern kommen als Ziffern an.</translation>
    </message>
    <message>
        <source>This row types letters here. Use the number pad for sums, or another layout. Cards are read all the same.</source>
        <translation>Diese Reihe tippt hier Buchstaben. Beträge bitte im Ziffernblock tippen oder ein anderes Layout wählen. Karten werden trotzdem gelesen.</translation>
    </message>
    <message>
        <source>What every key does</source>
        <translation>Was jede Taste tut</translation>
    </message>
</context>
<context>
    <name>KeysWords</name>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>At the sale</source>
        <translation>Beim Verkauf</translation>
    </message>
    <message>
        <source>Number pad</source>
        <translation>Ziffernblock</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <source>A card can be swiped at any time; no key is needed first.</source>
        <translation>Eine Karte geht jederzeit; keine Taste ist vorher nötig.</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Purchase</source>
        <translation>Einkauf</translation>
    </message>
    <message>
        <source>Points; again: as many as possible; again: a round sum</source>
        <translation>Punkte; noch einmal: so viele wie möglich; noch einmal: runde Summe</translation>
    </message>
    <message>
        <source>Receipt number</source>
        <translation>Belegnummer</translation>
    </message>
    <message>
        <source>Sale on the number only</source>
        <translation>Verkauf nur auf die Nummer</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>Neuer Kunde</translation>
    </message>
    <message>
        <source>Undo the last sale</source>
        <translation>Letzter Verkauf rückgängig</translation>
    </message>
    <message>
        <source>Print the slip</source>
        <translation>Punktebon drucken</translation>
    </message>
    <message>
        <source>Hold the sale; again: take it up</source>
        <translation>Verkauf parken; noch einmal: zurückholen</translation>
    </message>
    <message>
        <source>Choose, confirm, next</source>
        <translation>Wählen, bestätigen, weiter</translation>
    </message>
    <message>
        <source>One step back</source>
        <translation>Ein Schritt zurück</translation>
    </message>
    <message>
        <source>Next field; sale on the number only</source>
        <translation>Nächstes Feld; Verkauf nur auf die Nummer</translation>
    </message>
    <message>
        <source>As many points as possible; again: a round sum</source>
        <translation>So viele Punkte wie möglich; noch einmal: runde Summe</translation>
    </message>
    <message>
        <source>Clear the field; twice after a sale: undo it</source>
        <translation>Feld leeren; zweimal nach dem Verkauf: rückgängig</translation>
    </message>
    <message>
        <source>Pages, from the top</source>
        <translation>Seiten, von oben</translation>
    </message>
    <message>
        <source>Send what waits, on its page</source>
        <translation>Wartendes senden, auf seiner Seite</translation>
    </message>
    <message>
        <source>Take a sale back, in the journal</source>
        <translation>Verkauf zurücknehmen, im Journal</translation>
    </message>
    <message>
        <source>Print a slip again, in the journal</source>
        <translation>Bon noch einmal drucken, im Journal</translation>
    </message>
    <message>
        <source>These keys</source>
        <translation>Diese Tasten</translation>
    </message>
</context>
<context>
    <name>LineWords</name>
    <message>
        <source>Sync centre</source>
        <translation>Übertragung</translation>
    </message>
    <message numerus="yes">
        <source>%n sales need your decision. The rest takes care of itself.</source>
        <translation>
            <numerusform>%n Verkauf braucht Ihre Entscheidung. Der Rest erledigt sich selbst.</numerusform>
            <numerusform>%n Verkäufe brauchen Ihre Entscheidung. Der Rest erledigt sich selbst.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing for you to do: it takes care of itself.</source>
        <translation>Nichts zu tun: es erledigt sich selbst.</translation>
    </message>
    <message>
        <source>Nothing for you to do.</source>
        <translation>Nichts zu tun.</translation>
    </message>
    <message>
        <source>Nothing goes out at the moment. Every sale is saved here.</source>
        <translation>Im Moment geht nichts hinaus. Jeder Verkauf ist hier gespeichert.</translation>
    </message>
    <message>
        <source>All sent</source>
        <translation>Alles gesendet</translation>
    </message>
    <message>
        <source>Every sale of this till has arrived, and each one once.</source>
        <translation>Jeder Verkauf dieser Kasse ist angekommen, jeder einmal.</translation>
    </message>
    <message>
        <source>in the queue</source>
        <translation>in der Reihe</translation>
    </message>
    <message>
        <source>being sent</source>
        <translation>wird gesendet</translation>
    </message>
    <message>
        <source>next try in {time}</source>
        <translation>nächster Versuch in {time}</translation>
    </message>
    <message>
        <source>waits for your decision</source>
        <translation>wartet auf Entscheidung</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation>und {n} weitere</translation>
    </message>
    <message>
        <source>{name}, {sum}, {time}, {turn}</source>
        <translation>{name}, {sum}, {time}, {turn}</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Save what waits as a table</source>
        <translation>Wartendes als Tabelle speichern</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Internet</source>
        <translation>Internet</translation>
    </message>
    <message>
        <source>Loyalty server</source>
        <translation>Treueserver</translation>
    </message>
    <message>
        <source>Points server</source>
        <translation>Punkteserver</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Customers on this till</source>
        <translation>Kunden in dieser Kasse</translation>
    </message>
    <message>
        <source>Last sale sent</source>
        <translation>Letzter gesendet</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Dieser Computer</translation>
    </message>
    <message>
        <source>Last backup</source>
        <translation>Letzte Sicherung</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Uhr</translation>
    </message>
    <message>
        <source>Wrong by {n} min</source>
        <translation>{n} min falsch</translation>
    </message>
    <message>
        <source>Good, {time}</source>
        <translation>Gut, {time}</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antwortet</translation>
    </message>
    <message>
        <source>Answered at {time}</source>
        <translation>Antwort um {time}</translation>
    </message>
    <message>
        <source>Not asked yet</source>
        <translation>Noch nicht gefragt</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>Nicht erreicht</translation>
    </message>
    <message>
        <source>Last answered at {time}</source>
        <translation>Zuletzt um {time}</translation>
    </message>
    <message>
        <source>The key is not accepted</source>
        <translation>Schlüssel ungültig</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>Noch unbekannt</translation>
    </message>
    <message>
        <source>{count} · updated {time}</source>
        <translation>{count} · Stand {time}</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Noch keiner</translation>
    </message>
    <message>
        <source>The disk takes everything</source>
        <translation>Die Festplatte nimmt alles</translation>
    </message>
    <message>
        <source>The second copy cannot be written</source>
        <translation>Zweitkopie geht nicht</translation>
    </message>
    <message>
        <source>Only {n} MB free</source>
        <translation>Nur {n} MB frei</translation>
    </message>
    <message>
        <source>Every sale is on this computer until the server confirms it.</source>
        <translation>Jeder Verkauf bleibt auf diesem Computer, bis der Server ihn bestätigt.</translation>
    </message>
    <message>
        <source>all right</source>
        <translation>in Ordnung</translation>
    </message>
    <message>
        <source>trouble</source>
        <translation>Störung</translation>
    </message>
    <message>
        <source>You are offline</source>
        <translation>Sie sind offline</translation>
    </message>
    <message>
        <source>Sales are saved here and sent once the internet is back.</source>
        <translation>Verkäufe werden hier gespeichert und gesendet, sobald das Internet wieder da ist.</translation>
    </message>
    <message>
        <source>Open any page in this computer&apos;s browser and log in. Sales are saved here meanwhile.</source>
        <translation>Öffnen Sie im Browser dieses Computers eine Seite und melden Sie sich an. Verkäufe werden solange hier gespeichert.</translation>
    </message>
    <message>
        <source>The server answers, but not as it should. It is tried again by itself.</source>
        <translation>Der Server antwortet, aber nicht wie er soll. Es wird von selbst wieder versucht.</translation>
    </message>
    <message>
        <source>The server asked for a pause</source>
        <translation>Der Server bat um eine Pause</translation>
    </message>
    <message>
        <source>It is tried again by itself.</source>
        <translation>Es wird von selbst wieder versucht.</translation>
    </message>
    <message>
        <source>Unlock this computer&apos;s keyring. Sales are saved here meanwhile.</source>
        <translation>Entsperren Sie den Schlüsselbund dieses Computers. Verkäufe werden solange hier gespeichert.</translation>
    </message>
    <message>
        <source>The key belongs to another account than the sales of this till. Nothing is sent to it.</source>
        <translation>Der Schlüssel gehört zu einem anderen Konto als die Verkäufe dieser Kasse. Dorthin wird nichts gesendet.</translation>
    </message>
    <message>
        <source>Correct date and time of this computer, then sending goes on by itself.</source>
        <translation>Berichtigen Sie Datum und Uhrzeit dieses Computers, dann geht das Senden von selbst weiter.</translation>
    </message>
    <message>
        <source>Points are not written any more</source>
        <translation>Punkte werden nicht mehr geschrieben</translation>
    </message>
    <message>
        <source>This till&apos;s data was moved or copied here</source>
        <translation>Die Daten dieser Kasse wurden verlegt oder kopiert</translation>
    </message>
    <message>
        <source>An old copy of this till&apos;s data was put back</source>
        <translation>Eine alte Kopie der Kassendaten wurde zurückgespielt</translation>
    </message>
    <message>
        <source>Selling goes on, but nothing is sent before somebody says how it is.</source>
        <translation>Der Verkauf geht weiter, aber gesendet wird erst, wenn jemand sagt, wie es ist.</translation>
    </message>
    <message>
        <source>The till stopped by itself. Look into it, then allow it again.</source>
        <translation>Die Kasse hielt von selbst an. Prüfen Sie es, dann erlauben Sie es wieder.</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Jetzt senden</translation>
    </message>
    <message>
        <source>Save a backup file</source>
        <translation>Sicherung speichern</translation>
    </message>
    <message>
        <source>Saving the backup…</source>
        <translation>Sicherung läuft…</translation>
    </message>
    <message>
        <source>Backup saved</source>
        <translation>Sicherung gespeichert</translation>
    </message>
    <message>
        <source>Table saved</source>
        <translation>Tabelle gespeichert</translation>
    </message>
    <message>
        <source>waiting {day}</source>
        <translation>wartet {day}</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Beleg</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Bezahlt</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Punkte</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Last answer</source>
        <translation>Letzte Antwort</translation>
    </message>
    <message>
        <source>Sale</source>
        <translation>Verkauf</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Eintrag</translation>
    </message>
    <message>
        <source>The file could not be written. Choose another place.</source>
        <translation>Die Datei ließ sich nicht schreiben. Wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Sicherungen</translation>
    </message>
</context>
<context>
    <name>MomentWords</name>
    <message>
        <source>Looking for the card…</source>
        <translation>Karte wird gesucht…</translation>
    </message>
    <message>
        <source>Nobody on this till fits</source>
        <translation>In dieser Kasse passt niemand</translation>
    </message>
    <message>
        <source>Type the whole phone number, or swipe the card.</source>
        <translation>Geben Sie die ganze Nummer ein oder ziehen Sie die Karte durch.</translation>
    </message>
    <message>
        <source>Sale on card number only</source>
        <translation>Verkauf nur auf Karte</translation>
    </message>
    <message>
        <source>Unknown number</source>
        <translation>Unbekannte Nummer</translation>
    </message>
    <message>
        <source>The points wait here until this number is registered.</source>
        <translation>Die Punkte warten hier, bis diese Nummer registriert ist.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>The sale was not saved</source>
        <translation>Der Verkauf wurde nicht gespeichert</translation>
    </message>
    <message>
        <source>The disk did not take it. Please try once more.</source>
        <translation>Die Festplatte nahm es nicht an. Bitte noch einmal versuchen.</translation>
    </message>
    <message>
        <source>That did not work</source>
        <translation>Das ging nicht</translation>
    </message>
    <message>
        <source>Nothing was changed. Please try once more.</source>
        <translation>Nichts wurde geändert. Bitte noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Sending has stopped</source>
        <translation>Das Senden steht</translation>
    </message>
    <message>
        <source>All sales are saved. Please close the program and start it again.</source>
        <translation>Alle Verkäufe sind gespeichert. Bitte schließen Sie das Programm und starten Sie es neu.</translation>
    </message>
    <message>
        <source>Something went wrong in the program</source>
        <translation>Im Programm ging etwas schief</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>Kein Schlüssel</translation>
    </message>
    <message>
        <source>Network wants a log-in</source>
        <translation>Netz will Anmeldung</translation>
    </message>
    <message>
        <source>Clock is wrong</source>
        <translation>Uhr geht falsch</translation>
    </message>
    <message>
        <source>Other account</source>
        <translation>Anderes Konto</translation>
    </message>
    <message>
        <source>Server has trouble</source>
        <translation>Server gestört</translation>
    </message>
    <message>
        <source>Open journal</source>
        <translation>Journal öffnen</translation>
    </message>
    <message>
        <source>Last sales</source>
        <translation>Letzte Verkäufe</translation>
    </message>
    <message>
        <source>No sale yet</source>
        <translation>Noch kein Verkauf</translation>
    </message>
</context>
<context>
    <name>PeopleWords</name>
    <message>
        <source>New customer</source>
        <translation>Neuer Kunde</translation>
    </message>
    <message>
        <source>The phone number is enough. The rest can wait.</source>
        <translation>Die Telefonnummer genügt. Der Rest kann warten.</translation>
    </message>
    <message>
        <source>Save and start the sale</source>
        <translation>Speichern und verkaufen</translation>
    </message>
    <message>
        <source>Already registered: {name}</source>
        <translation>Schon registriert: {name}</translation>
    </message>
    <message>
        <source>Let the customer scan this</source>
        <translation>Lassen Sie den Kunden das scannen</translation>
    </message>
    <message>
        <source>Waiting for the scan…</source>
        <translation>Warte auf den Scan…</translation>
    </message>
    <message>
        <source>Card added to the phone</source>
        <translation>Karte ist im Handy</translation>
    </message>
    <message numerus="yes">
        <source>Send to %n people</source>
        <translation>
            <numerusform>An %n Person senden</numerusform>
            <numerusform>An %n Personen senden</numerusform>
        </translation>
    </message>
    <message>
        <source>You will be asked once more before sending.</source>
        <translation>Vor dem Senden werden Sie noch einmal gefragt.</translation>
    </message>
    <message>
        <source>Print X</source>
        <translation>X drucken</translation>
    </message>
    <message>
        <source>Close shift (Z)</source>
        <translation>Schicht schließen (Z)</translation>
    </message>
    <message numerus="yes">
        <source>%n sales are still waiting to be sent</source>
        <translation>
            <numerusform>%n Verkauf wartet noch auf das Senden</numerusform>
            <numerusform>%n Verkäufe warten noch auf das Senden</numerusform>
        </translation>
    </message>
    <message>
        <source>Who is at the till?</source>
        <translation>Wer ist an der Kasse?</translation>
    </message>
    <message>
        <source>Enter your PIN</source>
        <translation>Geben Sie Ihre PIN ein</translation>
    </message>
    <message numerus="yes">
        <source>Wrong PIN, %n tries left</source>
        <translation>
            <numerusform>Falsche PIN, noch %n Versuch</numerusform>
            <numerusform>Falsche PIN, noch %n Versuche</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PrinterWords</name>
    <message>
        <source>Printer</source>
        <translation>Drucker</translation>
    </message>
    <message>
        <source>Points slips for customers. A sale never waits for the printer.</source>
        <translation>Punktebons für Kunden. Ein Verkauf wartet nie auf den Drucker.</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keiner</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>USB</source>
        <translation>USB</translation>
    </message>
    <message>
        <source>Serial</source>
        <translation>Seriell</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>This computer&apos;s</source>
        <translation>Am Computer</translation>
    </message>
    <message>
        <source>Printer&apos;s address, such as 192.168.1.50</source>
        <translation>Adresse des Druckers, etwa 192.168.1.50</translation>
    </message>
    <message>
        <source>Empty: the first printer; or its number 04b8:0e15</source>
        <translation>Leer: der erste Drucker; oder 04b8:0e15</translation>
    </message>
    <message>
        <source>Port and speed, such as COM3:9600</source>
        <translation>Anschluss und Tempo, etwa COM3:9600</translation>
    </message>
    <message>
        <source>Path, such as /dev/usb/lp0</source>
        <translation>Pfad, etwa /dev/usb/lp0</translation>
    </message>
    <message>
        <source>Printer&apos;s name; empty: the computer&apos;s choice</source>
        <translation>Name des Druckers; leer: Wahl des Computers</translation>
    </message>
    <message>
        <source>This computer knows: {names}</source>
        <translation>Dieser Computer kennt: {names}</translation>
    </message>
    <message>
        <source>This computer knows no printer.</source>
        <translation>Dieser Computer kennt keinen Drucker.</translation>
    </message>
    <message>
        <source>This is not such an address.</source>
        <translation>Das ist keine solche Adresse.</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papier</translation>
    </message>
    <message>
        <source>{n} mm</source>
        <translation>{n} mm</translation>
    </message>
    <message>
        <source>When to print</source>
        <translation>Wann drucken</translation>
    </message>
    <message>
        <source>When asked for</source>
        <translation>Auf Wunsch</translation>
    </message>
    <message>
        <source>After each sale</source>
        <translation>Jeder Verkauf</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Schnitt</translation>
    </message>
    <message>
        <source>Through</source>
        <translation>Ganz</translation>
    </message>
    <message>
        <source>In part</source>
        <translation>Teilweise</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>Print a test page</source>
        <translation>Testseite drucken</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>The next slip comes out of this printer.</source>
        <translation>Der nächste Bon kommt aus diesem Drucker.</translation>
    </message>
    <message>
        <source>Slips are not printed. They can be kept as PDF in the Journal.</source>
        <translation>Bons werden nicht gedruckt. Im Journal lassen sie sich als PDF sichern.</translation>
    </message>
    <message>
        <source>The test page is printed</source>
        <translation>Die Testseite ist gedruckt</translation>
    </message>
    <message>
        <source>Are all letters there, and is the paper cut? Then save.</source>
        <translation>Sind alle Buchstaben da, und ist das Papier geschnitten? Dann speichern.</translation>
    </message>
</context>
<context>
    <name>ProblemWords</name>
    <message>
        <source>Enter the amount first</source>
        <translation>Erst den Betrag eingeben</translation>
    </message>
    <message>
        <source>This is not an amount</source>
        <translation>Das ist kein Betrag</translation>
    </message>
    <message>
        <source>The amount must be more than 0</source>
        <translation>Der Betrag muss über 0 liegen</translation>
    </message>
    <message>
        <source>At most 2 decimal places</source>
        <translation>Höchstens 2 Nachkommastellen</translation>
    </message>
    <message>
        <source>At most {limit} in this shop</source>
        <translation>Höchstens {limit} in diesem Geschäft</translation>
    </message>
    <message>
        <source>This is not a number of points</source>
        <translation>Das ist keine Punktzahl</translation>
    </message>
    <message>
        <source>At most {limit} points on this purchase</source>
        <translation>Höchstens {limit} Punkte</translation>
    </message>
    <message>
        <source>Only {limit} of this sale is left to refund</source>
        <translation>Nur {limit} dieses Verkaufs sind noch erstattbar</translation>
    </message>
    <message>
        <source>Nothing of this sale is left to refund</source>
        <translation>Von diesem Verkauf ist nichts mehr erstattbar</translation>
    </message>
    <message>
        <source>This sale has no points to give to anybody</source>
        <translation>Dieser Verkauf hat keine Punkte zu vergeben</translation>
    </message>
    <message>
        <source>The points of this sale are somebody&apos;s already</source>
        <translation>Die Punkte dieses Verkaufs gehören schon jemandem</translation>
    </message>
    <message>
        <source>Only a sale of today can be given to a customer</source>
        <translation>Nur ein Verkauf von heute kann einem Kunden gegeben werden</translation>
    </message>
    <message numerus="yes">
        <source>%n digits missing</source>
        <translation>
            <numerusform>noch %n Ziffer</numerusform>
            <numerusform>noch %n Ziffern</numerusform>
        </translation>
    </message>
    <message>
        <source>Digits are missing</source>
        <translation>Ziffern fehlen</translation>
    </message>
    <message>
        <source>Too many digits</source>
        <translation>Zu viele Ziffern</translation>
    </message>
    <message>
        <source>This is not a phone number</source>
        <translation>Das ist keine Telefonnummer</translation>
    </message>
    <message>
        <source>This is not a card number</source>
        <translation>Das ist keine Kartennummer</translation>
    </message>
    <message>
        <source>Swipe a card, or type a phone, card number or name</source>
        <translation>Karte durchziehen oder Nummer, Karte oder Namen eingeben</translation>
    </message>
    <message numerus="yes">
        <source>Type at least %n characters</source>
        <translation>
            <numerusform>Mindestens %n Zeichen eingeben</numerusform>
            <numerusform>Mindestens %n Zeichen eingeben</numerusform>
        </translation>
    </message>
    <message>
        <source>No customer has this number</source>
        <translation>Kein Kunde hat diese Nummer</translation>
    </message>
    <message>
        <source>Not on this till. We cannot look online now.</source>
        <translation>Nicht in dieser Kasse. Online suchen geht jetzt nicht.</translation>
    </message>
    <message numerus="yes">
        <source>%n customers fit. Ask for the name or more digits.</source>
        <translation>
            <numerusform>%n Kunde passt. Fragen Sie nach Name oder mehr Ziffern.</numerusform>
            <numerusform>%n Kunden passen. Fragen Sie nach Name oder mehr Ziffern.</numerusform>
        </translation>
    </message>
    <message>
        <source>That was a bank card. Its number was not shown or saved.</source>
        <translation>Das war eine Bankkarte. Ihre Nummer wurde weder gezeigt noch gespeichert.</translation>
    </message>
    <message>
        <source>This code is not a loyalty card.</source>
        <translation>Dieser Code ist keine Kundenkarte.</translation>
    </message>
    <message>
        <source>The card did not read well. Please swipe it once more.</source>
        <translation>Die Karte las sich schlecht. Bitte noch einmal durchziehen.</translation>
    </message>
    <message>
        <source>This is not an e-mail address</source>
        <translation>Das ist keine E-Mail-Adresse</translation>
    </message>
    <message>
        <source>Day, month and year</source>
        <translation>Tag, Monat und Jahr</translation>
    </message>
    <message>
        <source>The customer has to agree to the rules first</source>
        <translation>Der Kunde muss erst den Regeln zustimmen</translation>
    </message>
    <message>
        <source>Already registered: {name}</source>
        <translation>Schon registriert: {name}</translation>
    </message>
    <message>
        <source>Nobody can be their own referrer</source>
        <translation>Niemand kann sich selbst empfehlen</translation>
    </message>
    <message>
        <source>Nothing was changed</source>
        <translation>Nichts wurde geändert</translation>
    </message>
    <message>
        <source>The SMS was sent already, or may have been: it is not sent again</source>
        <translation>Die SMS wurde schon gesendet oder vielleicht: sie geht nicht noch einmal hinaus</translation>
    </message>
    <message>
        <source>The registration has not reached the server yet: the link comes with its answer</source>
        <translation>Die Registrierung ist noch nicht beim Server: der Link kommt mit seiner Antwort</translation>
    </message>
    <message>
        <source>The whole balance can be used</source>
        <translation>Alle Punkte sind einlösbar</translation>
    </message>
    <message>
        <source>{points} points must stay on the account</source>
        <translation>{points} Punkte müssen auf dem Konto bleiben</translation>
    </message>
    <message>
        <source>The whole purchase can be paid with points</source>
        <translation>Der ganze Einkauf ist mit Punkten zahlbar</translation>
    </message>
    <message>
        <source>Up to half of the purchase</source>
        <translation>Bis zur Hälfte des Einkaufs</translation>
    </message>
    <message>
        <source>Up to {percent} of the purchase</source>
        <translation>Bis {percent} des Einkaufs</translation>
    </message>
    <message>
        <source>A small part must be paid in money</source>
        <translation>Ein kleiner Teil muss in Geld bezahlt werden</translation>
    </message>
    <message>
        <source>Points cannot be used offline</source>
        <translation>Offline lassen sich keine Punkte einlösen</translation>
    </message>
    <message>
        <source>The balance is too old to use points offline</source>
        <translation>Der Stand ist zu alt, um offline einzulösen</translation>
    </message>
    <message>
        <source>Offline, points need the card to be swiped</source>
        <translation>Offline muss für Punkte die Karte gelesen sein</translation>
    </message>
    <message>
        <source>Offline at most {points} points</source>
        <translation>Offline höchstens {points} Punkte</translation>
    </message>
    <message>
        <source>Points can be used once we know the balance. Offer it on the next visit.</source>
        <translation>Punkte gehen, sobald wir den Stand kennen. Bieten Sie es beim nächsten Besuch an.</translation>
    </message>
</context>
<context>
    <name>ReaderWords</name>
    <message>
        <source>Card reader</source>
        <translation>Kartenleser</translation>
    </message>
    <message>
        <source>Card numbers</source>
        <translation>Kartennummern</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Anschließen</translation>
    </message>
    <message>
        <source>Swipe</source>
        <translation>Durchziehen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Swipe a loyalty card</source>
        <translation>Kundenkarte durchziehen</translation>
    </message>
    <message>
        <source>Swipe it three times. We will find the right settings.</source>
        <translation>Dreimal durchziehen, dann passt es.</translation>
    </message>
    <message>
        <source>This reader works</source>
        <translation>Dieser Leser geht</translation>
    </message>
    <message>
        <source>Save the settings for this till.</source>
        <translation>Einstellungen für diese Kasse speichern.</translation>
    </message>
    <message>
        <source>Saved for this till</source>
        <translation>Für diese Kasse gespeichert</translation>
    </message>
    <message>
        <source>The till uses it from now on.</source>
        <translation>Die Kasse nutzt sie ab jetzt.</translation>
    </message>
    <message>
        <source>The default settings are in use</source>
        <translation>Es gelten die Standardeinstellungen</translation>
    </message>
    <message>
        <source>They serve most readers. Swipe a card three times to fit them to yours.</source>
        <translation>Sie passen für die meisten Leser. Ziehen Sie dreimal eine Karte durch, um sie anzupassen.</translation>
    </message>
    <message numerus="yes">
        <source>%n of 3 swipes</source>
        <translation>
            <numerusform>%n von 3 gelesen</numerusform>
            <numerusform>%n von 3 gelesen</numerusform>
        </translation>
    </message>
    <message>
        <source>Test field</source>
        <translation>Testfeld</translation>
    </message>
    <message>
        <source>Listening</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Nothing arrived yet</source>
        <translation>Noch nichts angekommen</translation>
    </message>
    <message>
        <source>Not shown</source>
        <translation>Nicht gezeigt</translation>
    </message>
    <message>
        <source>{n} ms</source>
        <translation>{n} ms</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Anfang</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Track</source>
        <translation>Spur</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>recognised</source>
        <translation>erkannt</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>number alone</source>
        <translation>nur Nummer</translation>
    </message>
    <message>
        <source>per character</source>
        <translation>je Zeichen</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>It is a reader, not typing on the keyboard</source>
        <translation>Es ist ein Leser, kein Tippen</translation>
    </message>
    <message numerus="yes">
        <source>%n digits in {ms} ms</source>
        <translation>
            <numerusform>%n Ziffer in {ms} ms</numerusform>
            <numerusform>%n Ziffern in {ms} ms</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n characters in {ms} ms</source>
        <translation>
            <numerusform>%n Zeichen in {ms} ms</numerusform>
            <numerusform>%n Zeichen in {ms} ms</numerusform>
        </translation>
    </message>
    <message>
        <source>The digits are right</source>
        <translation>Die Ziffern stimmen</translation>
    </message>
    <message>
        <source>The digits are right on this keyboard too</source>
        <translation>Auch auf dieser Tastatur stimmen die Ziffern</translation>
    </message>
    <message>
        <source>Reader and computer agree</source>
        <translation>Leser und Computer sind sich einig</translation>
    </message>
    <message>
        <source>Keys are read by place, not by letter</source>
        <translation>Tasten zählen nach Platz, nicht nach Zeichen</translation>
    </message>
    <message>
        <source>The reader is set to this keyboard</source>
        <translation>Der Leser passt zu dieser Tastatur</translation>
    </message>
    <message>
        <source>Bank cards are refused</source>
        <translation>Bankkarten werden abgelehnt</translation>
    </message>
    <message>
        <source>Checked with a test number</source>
        <translation>Mit einer Testnummer geprüft</translation>
    </message>
    <message>
        <source>Bank cards would pass</source>
        <translation>Bankkarten kämen durch</translation>
    </message>
    <message>
        <source>Make the card numbers more exact</source>
        <translation>Geben Sie die Kartennummern genauer an</translation>
    </message>
    <message>
        <source>First swipe</source>
        <translation>Erstes Mal</translation>
    </message>
    <message>
        <source>Second swipe</source>
        <translation>Zweites Mal</translation>
    </message>
    <message>
        <source>Third swipe</source>
        <translation>Drittes Mal</translation>
    </message>
    <message>
        <source>Waiting…</source>
        <translation>Warte…</translation>
    </message>
    <message>
        <source>All three were the same</source>
        <translation>Alle drei waren gleich</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>Von vorn</translation>
    </message>
    <message>
        <source>Use default</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>The settings were not saved</source>
        <translation>Die Einstellungen wurden nicht gespeichert</translation>
    </message>
    <message>
        <source>The disk did not take them. The old settings stay in use. Please try once more.</source>
        <translation>Die Festplatte nahm sie nicht an. Die alten gelten weiter. Bitte noch einmal versuchen.</translation>
    </message>
    <message>
        <source>That was a bank card</source>
        <translation>Das war eine Bankkarte</translation>
    </message>
    <message>
        <source>That was an identity document</source>
        <translation>Das war ein Ausweis</translation>
    </message>
    <message>
        <source>The reader could not read the card</source>
        <translation>Der Leser konnte die Karte nicht lesen</translation>
    </message>
    <message>
        <source>A part of the card is missing</source>
        <translation>Ein Teil der Karte fehlt</translation>
    </message>
    <message>
        <source>Switch on Enter after the card</source>
        <translation>Enter nach der Karte einschalten</translation>
    </message>
    <message>
        <source>Make the reader faster</source>
        <translation>Leser schneller stellen</translation>
    </message>
    <message>
        <source>The number is too short</source>
        <translation>Die Nummer ist zu kurz</translation>
    </message>
    <message>
        <source>Switch off control characters</source>
        <translation>Steuerzeichen abschalten</translation>
    </message>
    <message>
        <source>Not the same as the swipe before</source>
        <translation>Nicht wie beim letzten Mal</translation>
    </message>
    <message>
        <source>Set the reader to a US keyboard</source>
        <translation>Leser auf US-Tastatur stellen</translation>
    </message>
    <message>
        <source>Its number was not shown or saved. Please swipe the loyalty card instead.</source>
        <translation>Ihre Nummer wurde weder gezeigt noch gespeichert. Bitte die Kundenkarte durchziehen.</translation>
    </message>
    <message>
        <source>Nothing of it was shown or saved. Please swipe the loyalty card instead.</source>
        <translation>Nichts davon wurde gezeigt oder gespeichert. Bitte die Kundenkarte durchziehen.</translation>
    </message>
    <message>
        <source>Swipe it once more, evenly. If that does not help, try another card or clean the reader.</source>
        <translation>Ziehen Sie sie noch einmal gleichmäßig durch. Hilft das nicht, nehmen Sie eine andere Karte oder reinigen Sie den Leser.</translation>
    </message>
    <message>
        <source>Swipe it once more, from end to end. If that does not help, clean the reader.</source>
        <translation>Ziehen Sie sie noch einmal ganz durch. Hilft das nicht, reinigen Sie den Leser.</translation>
    </message>
    <message>
        <source>The reader sends digits only, {speed} each, and no Enter. That looks like typing. Its manual calls it suffix or terminator.</source>
        <translation>Der Leser sendet nur Ziffern, je {speed}, und kein Enter. Das sieht nach Tippen aus. Im Handbuch heißt es suffix oder terminator.</translation>
    </message>
    <message>
        <source>It needs {speed} for a character, which looks like typing. Set 20 ms or less; its manual calls it inter-character delay.</source>
        <translation>Er braucht {speed} je Zeichen, das sieht nach Tippen aus. Stellen Sie höchstens 20 ms ein; im Handbuch heißt es inter-character delay.</translation>
    </message>
    <message numerus="yes">
        <source>%n characters look like typing. Let the reader send the marks ; and ? of the track.</source>
        <translation>
            <numerusform>%n Zeichen sieht nach Tippen aus. Lassen Sie den Leser die Spurzeichen ; und ? senden.</numerusform>
            <numerusform>%n Zeichen sehen nach Tippen aus. Lassen Sie den Leser die Spurzeichen ; und ? senden.</numerusform>
        </translation>
    </message>
    <message>
        <source>The reader sends keys that are no letters or digits. Switch off its function keys and Ctrl codes.</source>
        <translation>Der Leser sendet Tasten, die weder Buchstaben noch Ziffern sind. Schalten Sie Funktionstasten und Ctrl-Codes ab.</translation>
    </message>
    <message>
        <source>Use one card for all three swipes. If it was the same card, clean the reader and start over.</source>
        <translation>Nehmen Sie dreimal dieselbe Karte. War es dieselbe, reinigen Sie den Leser und beginnen Sie von vorn.</translation>
    </message>
    <message>
        <source>It types with Alt codes. That works, but it is slow and opens menus in other programs.</source>
        <translation>Er tippt mit Alt-Codes. Das geht, ist aber langsam und öffnet in anderen Programmen Menüs.</translation>
    </message>
    <message>
        <source>Numbers of your cards</source>
        <translation>Nummern Ihrer Karten</translation>
    </message>
    <message>
        <source>With these, no other number is taken for a customer&apos;s card, and yours are never taken for bank cards.</source>
        <translation>Damit gilt keine andere Nummer als Kundenkarte, und Ihre nie als Bankkarte.</translation>
    </message>
    <message>
        <source>A beginning such as 2000, or a regular expression for the whole number such as 2000[0-9]+.</source>
        <translation>Ein Anfang wie 2000 oder ein regulärer Ausdruck für die ganze Nummer wie 2000[0-9]+.</translation>
    </message>
    <message>
        <source>Beginning or expression</source>
        <translation>Anfang oder Ausdruck</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Dazu</translation>
    </message>
    <message>
        <source>Remove {number}</source>
        <translation>{number} entfernen</translation>
    </message>
    <message>
        <source>This is not a regular expression</source>
        <translation>Das ist kein regulärer Ausdruck</translation>
    </message>
    <message>
        <source>This could take for ever: a repetition inside a repetition</source>
        <translation>Das könnte ewig dauern: eine Wiederholung in einer Wiederholung</translation>
    </message>
    <message>
        <source>This is too long</source>
        <translation>Das ist zu lang</translation>
    </message>
    <message>
        <source>This is here already</source>
        <translation>Das steht schon da</translation>
    </message>
    <message>
        <source>Last card</source>
        <translation>Letzte Karte</translation>
    </message>
    <message>
        <source>Swipe a card to try the numbers.</source>
        <translation>Karte durchziehen, um die Nummern zu prüfen.</translation>
    </message>
    <message>
        <source>This card matches</source>
        <translation>Diese Karte passt</translation>
    </message>
    <message>
        <source>This card does not match</source>
        <translation>Diese Karte passt nicht</translation>
    </message>
    <message>
        <source>Without numbers, every card is taken</source>
        <translation>Ohne Nummern gilt jede Karte</translation>
    </message>
</context>
<context>
    <name>RegisterWords</name>
    <message>
        <source>New customer</source>
        <translation>Neuer Kunde</translation>
    </message>
    <message>
        <source>The phone number is enough. The rest can wait.</source>
        <translation>Die Telefonnummer genügt. Der Rest kann warten.</translation>
    </message>
    <message>
        <source>Edit customer</source>
        <translation>Kunde bearbeiten</translation>
    </message>
    <message>
        <source>Only what you change is sent. The points stay as they are.</source>
        <translation>Nur was Sie ändern, wird gesendet. Die Punkte bleiben.</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Vorname</translation>
    </message>
    <message>
        <source>Surname</source>
        <translation>Nachname</translation>
    </message>
    <message>
        <source>Birthday</source>
        <translation>Geburtstag</translation>
    </message>
    <message>
        <source>Day, month, year</source>
        <translation>Tag, Monat, Jahr</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Promo code</source>
        <translation>Promocode</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>freiwillig</translation>
    </message>
    <message>
        <source>1 digit differs from {name}</source>
        <translation>1 Ziffer anders als {name}</translation>
    </message>
    <message>
        <source>Referrer&apos;s phone</source>
        <translation>Telefon des Empfehlers</translation>
    </message>
    <message>
        <source>Agrees with the rules</source>
        <translation>Stimmt den Regeln zu</translation>
    </message>
    <message>
        <source>Needed to collect points. Aloud is enough; time and till are kept.</source>
        <translation>Nötig zum Punktesammeln. Mündlich genügt; Zeit und Kasse werden notiert.</translation>
    </message>
    <message>
        <source>Wants news and offers</source>
        <translation>Will Neues und Angebote</translation>
    </message>
    <message>
        <source>Can be changed any time in the phone card.</source>
        <translation>In der Handykarte jederzeit zu ändern.</translation>
    </message>
    <message>
        <source>To give them a card, swipe it now.</source>
        <translation>Für eine Karte jetzt durchziehen.</translation>
    </message>
    <message>
        <source>Card {card} was read</source>
        <translation>Karte {card} wurde gelesen</translation>
    </message>
    <message>
        <source>It becomes this customer&apos;s card.</source>
        <translation>Sie wird die Karte dieses Kunden.</translation>
    </message>
    <message>
        <source>It takes the place of the card they have: the old one stops working.</source>
        <translation>Sie ersetzt die bisherige Karte: die alte gilt dann nicht mehr.</translation>
    </message>
    <message>
        <source>Use this card</source>
        <translation>Diese Karte nehmen</translation>
    </message>
    <message>
        <source>No, leave it</source>
        <translation>Nein, lassen</translation>
    </message>
    <message>
        <source>Card {card} goes to this customer</source>
        <translation>Karte {card} geht an diesen Kunden</translation>
    </message>
    <message>
        <source>This card belongs to {name}</source>
        <translation>Diese Karte gehört {name}</translation>
    </message>
    <message>
        <source>It stays theirs. Swipe another card.</source>
        <translation>Sie bleibt dort. Nehmen Sie eine andere Karte.</translation>
    </message>
    <message>
        <source>Without the card</source>
        <translation>Ohne die Karte</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save and start the sale</source>
        <translation>Speichern und verkaufen</translation>
    </message>
    <message>
        <source>Save changes</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Start the sale</source>
        <translation>Verkauf beginnen</translation>
    </message>
    <message>
        <source>Another customer</source>
        <translation>Weiterer Kunde</translation>
    </message>
    <message>
        <source>The disk did not take it: nothing was saved. Please try once more.</source>
        <translation>Die Festplatte nahm es nicht an: nichts wurde gespeichert. Bitte noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Card in the phone</source>
        <translation>Karte fürs Handy</translation>
    </message>
    <message>
        <source>The code is here once you have saved.</source>
        <translation>Der Code ist nach dem Speichern hier.</translation>
    </message>
    <message>
        <source>Registering…</source>
        <translation>Registriere…</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>The link follows once the shop is online.</source>
        <translation>Der Link folgt, wenn das Geschäft online ist.</translation>
    </message>
    <message>
        <source>The customer is saved and is sent by itself. The sale can start.</source>
        <translation>Der Kunde ist gespeichert und wird von selbst gesendet. Der Verkauf kann beginnen.</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Let the customer scan this</source>
        <translation>Lassen Sie den Kunden das scannen</translation>
    </message>
    <message>
        <source>It opens in the Apple or Google Wallet.</source>
        <translation>Öffnet sich in Apple oder Google Wallet.</translation>
    </message>
    <message>
        <source>Waiting for the scan…</source>
        <translation>Warte auf den Scan…</translation>
    </message>
    <message>
        <source>Card added to the phone</source>
        <translation>Karte ist im Handy</translation>
    </message>
    <message>
        <source>The customer is registered. The server gave no link for a phone card.</source>
        <translation>Der Kunde ist registriert. Der Server gab keinen Link für eine Handykarte.</translation>
    </message>
    <message>
        <source>A decision is needed</source>
        <translation>Eine Entscheidung ist nötig</translation>
    </message>
    <message>
        <source>The sale can start. Look into Sync what has to be decided.</source>
        <translation>Der Verkauf kann beginnen. Unter Sync steht, was zu entscheiden ist.</translation>
    </message>
    <message>
        <source>Enlarge</source>
        <translation>Größer</translation>
    </message>
    <message>
        <source>Any key or a tap closes it.</source>
        <translation>Jede Taste oder ein Tippen schließt es.</translation>
    </message>
    <message>
        <source>Code of the customer&apos;s wallet card</source>
        <translation>Code der Wallet-Karte des Kunden</translation>
    </message>
    <message>
        <source>Send SMS</source>
        <translation>SMS senden</translation>
    </message>
    <message>
        <source>An SMS is paid from the shop&apos;s account, where {credit} are left.</source>
        <translation>Eine SMS bezahlt das Konto des Geschäfts, dort sind noch {credit}.</translation>
    </message>
    <message>
        <source>Send it</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Do not send</source>
        <translation>Nicht senden</translation>
    </message>
    <message>
        <source>Your loyalty card: %link%</source>
        <translation>Ihre Kundenkarte: %link%</translation>
    </message>
    <message>
        <source>SMS sent</source>
        <translation>SMS gesendet</translation>
    </message>
    <message>
        <source>Sending the SMS…</source>
        <translation>SMS wird gesendet…</translation>
    </message>
    <message>
        <source>The SMS was not sent</source>
        <translation>Die SMS ging nicht hinaus</translation>
    </message>
    <message>
        <source>The SMS may have been sent</source>
        <translation>Die SMS ging vielleicht hinaus</translation>
    </message>
    <message>
        <source>The shop&apos;s account is used up: no SMS can be sent.</source>
        <translation>Das Konto des Geschäfts ist leer: keine SMS möglich.</translation>
    </message>
    <message>
        <source>No SMS can be sent now: the server does not answer.</source>
        <translation>Jetzt geht keine SMS: der Server antwortet nicht.</translation>
    </message>
</context>
<context>
    <name>SaleWords</name>
    <message>
        <source>Swipe, scan, phone or name</source>
        <translation>Karte, Scan, Nummer oder Name</translation>
    </message>
    <message>
        <source>Card, code or phone…</source>
        <translation>Karte, Code oder Nummer…</translation>
    </message>
    <message>
        <source>Find customer, swipe, scan or type</source>
        <translation>Kunden suchen: Karte, Scan oder Eingabe</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Who is shopping?</source>
        <translation>Wer kauft ein?</translation>
    </message>
    <message>
        <source>Start any way you like. No click needed first.</source>
        <translation>Fangen Sie an, wie Sie wollen. Kein Klick ist nötig.</translation>
    </message>
    <message>
        <source>Swipe the loyalty card</source>
        <translation>Kundenkarte durchziehen</translation>
    </message>
    <message>
        <source>Scan the code in the phone</source>
        <translation>Code im Handy scannen</translation>
    </message>
    <message>
        <source>Type phone, card or name</source>
        <translation>Nummer oder Namen tippen</translation>
    </message>
    <message>
        <source>Any format, last 3 digits will do</source>
        <translation>Die letzten 3 Ziffern genügen</translation>
    </message>
    <message>
        <source>Reader ready</source>
        <translation>Leser bereit</translation>
    </message>
    <message>
        <source>Scanner ready</source>
        <translation>Scanner bereit</translation>
    </message>
    <message>
        <source>Reader not connected</source>
        <translation>Leser nicht verbunden</translation>
    </message>
    <message>
        <source>Just served</source>
        <translation>Gerade bedient</translation>
    </message>
    <message>
        <source>Register new customer</source>
        <translation>Neuer Kunde</translation>
    </message>
    <message>
        <source>Register customer</source>
        <translation>Kunde registrieren</translation>
    </message>
    <message numerus="yes">
        <source>%n customers</source>
        <translation>
            <numerusform>%n Kunde</numerusform>
            <numerusform>%n Kunden</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking online for more…</source>
        <translation>Suche online weiter…</translation>
    </message>
    <message>
        <source>Not in the list?</source>
        <translation>Nicht in der Liste?</translation>
    </message>
    <message>
        <source>Register a new customer</source>
        <translation>Neuen Kunden registrieren</translation>
    </message>
    <message numerus="yes">
        <source>%n customers end in {digits}</source>
        <translation>
            <numerusform>%n Kunde endet auf {digits}</numerusform>
            <numerusform>%n Kunden enden auf {digits}</numerusform>
        </translation>
    </message>
    <message>
        <source>Ask for the name, then choose.</source>
        <translation>Fragen Sie nach dem Namen, dann wählen.</translation>
    </message>
    <message>
        <source>Arrows and Enter, or type more digits</source>
        <translation>Pfeile und Enter, oder mehr Ziffern</translation>
    </message>
    <message>
        <source>{name}, phone ends in {digits}, {points}</source>
        <translation>{name}, Nummer endet auf {digits}, {points}</translation>
    </message>
    <message>
        <source>No customer has this number</source>
        <translation>Kein Kunde hat diese Nummer</translation>
    </message>
    <message>
        <source>Checked on this till and online just now.</source>
        <translation>Eben hier und online geprüft.</translation>
    </message>
    <message>
        <source>Not on this till. We cannot look online now.</source>
        <translation>Nicht in dieser Kasse. Online suchen geht jetzt nicht.</translation>
    </message>
    <message>
        <source>Register this number</source>
        <translation>Nummer registrieren</translation>
    </message>
    <message>
        <source>Sale on phone number only</source>
        <translation>Verkauf nur auf die Nummer</translation>
    </message>
    <message>
        <source>Fix the number</source>
        <translation>Nummer ändern</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>Punktestand</translation>
    </message>
    <message numerus="yes">
        <source>points</source>
        <comment>unit</comment>
        <translation>
            <numerusform>Punkt</numerusform>
            <numerusform>Punkte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>points</source>
        <comment>unit after a decimal number</comment>
        <translation>
            <numerusform>Punkte</numerusform>
            <numerusform>Punkte</numerusform>
        </translation>
    </message>
    <message>
        <source>Bonus</source>
        <translation>Bonus</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>Rabatt</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>= {sum}</source>
        <translation>= {sum}</translation>
    </message>
    <message>
        <source>Card in phone</source>
        <translation>Karte im Handy</translation>
    </message>
    <message>
        <source>In phone</source>
        <translation>Im Handy</translation>
    </message>
    <message>
        <source>No phone card</source>
        <translation>Ohne Handykarte</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Aktuell</translation>
    </message>
    <message>
        <source>Updated now</source>
        <translation>Eben aktualisiert</translation>
    </message>
    <message>
        <source>As of {time}</source>
        <translation>Stand {time}</translation>
    </message>
    <message>
        <source>owes {points}</source>
        <translation>schuldet {points}</translation>
    </message>
    <message>
        <source>includes {points} not sent yet</source>
        <translation>darin {points} noch nicht gesendet</translation>
    </message>
    <message>
        <source>Phone ends in {digits}</source>
        <translation>Nummer endet auf {digits}</translation>
    </message>
    <message>
        <source>Card ends in {digits}</source>
        <translation>Karte endet auf {digits}</translation>
    </message>
    <message>
        <source>Loyalty card</source>
        <translation>Kundenkarte</translation>
    </message>
    <message>
        <source>Balance {balance}, {freshness}</source>
        <translation>Punktestand {balance}, {freshness}</translation>
    </message>
    <message>
        <source>Birthday today</source>
        <translation>Heute Geburtstag</translation>
    </message>
    <message numerus="yes">
        <source>Birthday in %n days</source>
        <translation>
            <numerusform>Geburtstag in %n Tag</numerusform>
            <numerusform>Geburtstag in %n Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>{date} · offer a treat</source>
        <translation>{date} · etwas schenken</translation>
    </message>
    <message>
        <source>Last visit {date}</source>
        <translation>Letzter Besuch {date}</translation>
    </message>
    <message>
        <source>Purchase today {time}</source>
        <translation>Einkauf heute {time}</translation>
    </message>
    <message numerus="yes">
        <source>{sum} · %n visits this year</source>
        <translation>
            <numerusform>{sum} · %n Besuch dieses Jahr</numerusform>
            <numerusform>{sum} · %n Besuche dieses Jahr</numerusform>
        </translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>Close the customer</source>
        <translation>Kunden schließen</translation>
    </message>
    <message>
        <source>Change to {name}? The amount stays.</source>
        <translation>Zu {name} wechseln? Der Betrag bleibt.</translation>
    </message>
    <message>
        <source>You are offline</source>
        <translation>Sie sind offline</translation>
    </message>
    <message>
        <source>Sales are saved and sent later.</source>
        <translation>Verkäufe werden gespeichert und später gesendet.</translation>
    </message>
    <message>
        <source>Unknown card</source>
        <translation>Unbekannte Karte</translation>
    </message>
    <message>
        <source>You can still record the sale</source>
        <translation>Sie können den Verkauf trotzdem speichern</translation>
    </message>
    <message>
        <source>We will find the customer and add the points once the internet is back.</source>
        <translation>Wir finden den Kunden und geben die Punkte, sobald das Internet wieder da ist.</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>freiwillig</translation>
    </message>
    <message>
        <source>Helps if the card is not in the system yet.</source>
        <translation>Hilft, wenn die Karte noch nicht im System ist.</translation>
    </message>
    <message>
        <source>Not possible offline</source>
        <translation>Offline nicht möglich</translation>
    </message>
    <message>
        <source>Redeem points (we do not know the balance)</source>
        <translation>Punkte einlösen (Stand unbekannt)</translation>
    </message>
    <message>
        <source>Personal discount (we do not know the rate)</source>
        <translation>Persönlicher Rabatt (Satz unbekannt)</translation>
    </message>
    <message>
        <source>That was a bank card</source>
        <translation>Das war eine Bankkarte</translation>
    </message>
    <message>
        <source>Its number was not shown or saved. Please swipe the loyalty card instead.</source>
        <translation>Ihre Nummer wurde weder gezeigt noch gespeichert. Bitte die Kundenkarte durchziehen.</translation>
    </message>
    <message>
        <source>Payment cards are spotted at the reader and dropped at once.</source>
        <translation>Bankkarten werden am Leser erkannt und sofort verworfen.</translation>
    </message>
    <message>
        <source>Waiting for the next swipe…</source>
        <translation>Warte auf die nächste Karte…</translation>
    </message>
    <message>
        <source>Find by phone</source>
        <translation>Mit Nummer suchen</translation>
    </message>
    <message>
        <source>The card did not read well. Please swipe it once more.</source>
        <translation>Die Karte las sich schlecht. Bitte noch einmal durchziehen.</translation>
    </message>
    <message>
        <source>This code is not a loyalty card.</source>
        <translation>Dieser Code ist keine Kundenkarte.</translation>
    </message>
    <message>
        <source>This card is blocked. Ask for another card or phone.</source>
        <translation>Diese Karte ist gesperrt. Bitten Sie um eine andere Karte oder die Nummer.</translation>
    </message>
</context>
<context>
    <name>SetupWords</name>
    <message>
        <source>Set up this till</source>
        <translation>Diese Kasse einrichten</translation>
    </message>
    <message>
        <source>About five minutes. You can stop and continue later.</source>
        <translation>Etwa fünf Minuten. Sie können aufhören und später weitermachen.</translation>
    </message>
    <message>
        <source>Step {number} of {count}</source>
        <translation>Schritt {number} von {count}</translation>
    </message>
    <message>
        <source>Language and shop</source>
        <translation>Sprache und Geschäft</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Balances</source>
        <translation>Punktestände</translation>
    </message>
    <message>
        <source>Programme</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Card reader</source>
        <translation>Kartenleser</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Drucker</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>Übung</translation>
    </message>
    <message>
        <source>Names, country, money</source>
        <translation>Namen, Land, Geld</translation>
    </message>
    <message>
        <source>Where your customers live</source>
        <translation>Wo Ihre Kunden sind</translation>
    </message>
    <message>
        <source>Who else changes them</source>
        <translation>Wer sie noch ändert</translation>
    </message>
    <message>
        <source>What points are worth</source>
        <translation>Was Punkte wert sind</translation>
    </message>
    <message>
        <source>One minute, with a test</source>
        <translation>Eine Minute, mit Test</translation>
    </message>
    <message>
        <source>Can be skipped</source>
        <translation>Kann entfallen</translation>
    </message>
    <message>
        <source>A sale that does not count</source>
        <translation>Ein Verkauf, der nicht zählt</translation>
    </message>
    <message>
        <source>Connect to your loyalty programme</source>
        <translation>Mit Ihrem Treueprogramm verbinden</translation>
    </message>
    <message>
        <source>Does anything else change balances?</source>
        <translation>Ändert noch etwas die Punktestände?</translation>
    </message>
    <message>
        <source>Your programme</source>
        <translation>Ihr Programm</translation>
    </message>
    <message>
        <source>Printer for slips</source>
        <translation>Drucker für Bons</translation>
    </message>
    <message>
        <source>A first sale for practice</source>
        <translation>Ein erster Verkauf zur Übung</translation>
    </message>
    <message>
        <source>The names stand at the top of the till and on every slip.</source>
        <translation>Die Namen stehen oben in der Kasse und auf jedem Bon.</translation>
    </message>
    <message>
        <source>Copy the key from your PassQuare account page, or scan it from there.</source>
        <translation>Kopieren Sie den Schlüssel von Ihrer PassQuare-Kontoseite oder scannen Sie ihn dort.</translation>
    </message>
    <message>
        <source>This decides how points are sent, so that none is lost and none counts twice.</source>
        <translation>Das bestimmt, wie Punkte gesendet werden, damit keiner verloren geht und keiner doppelt zählt.</translation>
    </message>
    <message>
        <source>How points may be used. Bonus and discount come with each customer.</source>
        <translation>Wie Punkte eingelöst werden. Bonus und Rabatt bringt jeder Kunde mit.</translation>
    </message>
    <message>
        <source>Swipe any card of yours three times. Without a reader go on.</source>
        <translation>Ziehen Sie dreimal eine Ihrer Karten durch. Ohne Leser einfach weiter.</translation>
    </message>
    <message>
        <source>Choose how it is connected, and print a test page. Without a printer go on.</source>
        <translation>Wählen Sie den Anschluss und drucken Sie eine Testseite. Ohne Drucker einfach weiter.</translation>
    </message>
    <message>
        <source>Against a make-believe server, with made-up customers. Nothing of it is sent or kept.</source>
        <translation>Mit einem Übungsserver und erfundenen Kunden. Nichts davon wird gesendet oder bleibt.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Finish and open the till</source>
        <translation>Beenden und Kasse öffnen</translation>
    </message>
    <message>
        <source>Practise a sale</source>
        <translation>Verkauf üben</translation>
    </message>
    <message>
        <source>Work offline for now</source>
        <translation>Vorerst offline arbeiten</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Name of the shop</source>
        <translation>Name des Geschäfts</translation>
    </message>
    <message>
        <source>Name of this till</source>
        <translation>Name dieser Kasse</translation>
    </message>
    <message>
        <source>Riverside Café</source>
        <translation>Café am Markt</translation>
    </message>
    <message>
        <source>Till 2</source>
        <translation>Kasse 2</translation>
    </message>
    <message>
        <source>Country of the phone numbers</source>
        <translation>Land der Telefonnummern</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>Please give it a name</source>
        <translation>Bitte einen Namen geben</translation>
    </message>
    <message>
        <source>Programme address</source>
        <translation>Adresse des Programms</translation>
    </message>
    <message>
        <source>Till key (app_key)</source>
        <translation>Kassenschlüssel (app_key)</translation>
    </message>
    <message>
        <source>Please enter the key</source>
        <translation>Bitte den Schlüssel eingeben</translation>
    </message>
    <message>
        <source>The key goes to the system keyring of this computer, never to a file. It is not shown again.</source>
        <translation>Der Schlüssel kommt in den Schlüsselbund dieses Computers, nie in eine Datei. Er wird nicht wieder gezeigt.</translation>
    </message>
    <message>
        <source>This computer has no keyring: the key is kept nowhere, and asked for at each start of the till.</source>
        <translation>Dieser Computer hat keinen Schlüsselbund: der Schlüssel wird nirgends gespeichert und bei jedem Start erfragt.</translation>
    </message>
    <message>
        <source>Server answers</source>
        <translation>Server antwortet</translation>
    </message>
    <message>
        <source>Key accepted</source>
        <translation>Schlüssel gilt</translation>
    </message>
    <message>
        <source>Enter the key first</source>
        <translation>Erst den Schlüssel eingeben</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>Frage…</translation>
    </message>
    <message>
        <source>{host}, {n} ms</source>
        <translation>{host}, {n} ms</translation>
    </message>
    <message>
        <source>{account} · prepaid balance {balance}</source>
        <translation>{account} · Guthaben {balance}</translation>
    </message>
    <message>
        <source>fine</source>
        <translation>gut</translation>
    </message>
    <message>
        <source>not right yet</source>
        <translation>noch nicht</translation>
    </message>
    <message>
        <source>This is not an address that begins with https://</source>
        <translation>Diese Adresse beginnt nicht mit https://</translation>
    </message>
    <message>
        <source>The server does not accept this key. Please copy it once more.</source>
        <translation>Der Server nimmt diesen Schlüssel nicht an. Bitte kopieren Sie ihn noch einmal.</translation>
    </message>
    <message>
        <source>The server asks to wait a little. Please try again in a minute.</source>
        <translation>Der Server bittet um etwas Geduld. Bitte in einer Minute noch einmal.</translation>
    </message>
    <message>
        <source>The server cannot be reached now. Is the internet there, and the address right?</source>
        <translation>Der Server ist nicht erreichbar. Ist das Internet da, stimmt die Adresse?</translation>
    </message>
    <message>
        <source>The keyring of this computer does not take the key: it may be locked. Please unlock it.</source>
        <translation>Der Schlüsselbund dieses Computers nimmt den Schlüssel nicht: er ist vielleicht gesperrt. Bitte entsperren Sie ihn.</translation>
    </message>
    <message>
        <source>The answers could not be written to the disk. Please look at the disk and try again.</source>
        <translation>Die Antworten ließen sich nicht speichern. Bitte prüfen Sie die Festplatte und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>What answers at this address is not the expected server.</source>
        <translation>Unter dieser Adresse antwortet nicht der erwartete Server.</translation>
    </message>
    <message>
        <source>No, only this till</source>
        <translation>Nein, nur diese Kasse</translation>
    </message>
    <message>
        <source>One till, and nobody edits points in the dashboard.</source>
        <translation>Eine Kasse, und niemand ändert Punkte im Dashboard.</translation>
    </message>
    <message>
        <source>Somebody edits them by hand now and then</source>
        <translation>Jemand ändert sie ab und zu von Hand</translation>
    </message>
    <message>
        <source>One till, and the dashboard. An edit in the very second of a sale can be lost.</source>
        <translation>Kasse und Dashboard. Eine Änderung genau während eines Verkaufs kann verloren gehen.</translation>
    </message>
    <message>
        <source>Our own CRM keeps the balances</source>
        <translation>Ja, unser CRM</translation>
    </message>
    <message>
        <source>Any number of tills. Points are added there, each sale once.</source>
        <translation>Beliebig viele Kassen. Punkte kommen dorthin, jeder Verkauf einmal.</translation>
    </message>
    <message>
        <source>Address of the CRM</source>
        <translation>Adresse des CRM</translation>
    </message>
    <message>
        <source>Key of the CRM (crm_key)</source>
        <translation>Schlüssel des CRM (crm_key)</translation>
    </message>
    <message>
        <source>User at the CRM</source>
        <translation>Benutzer im CRM</translation>
    </message>
    <message>
        <source>Password at the CRM</source>
        <translation>Passwort im CRM</translation>
    </message>
    <message>
        <source>The CRM asks for a user and a password</source>
        <translation>Das CRM verlangt Benutzer und Passwort</translation>
    </message>
    <message>
        <source>Try it on a test customer (may be left out)</source>
        <translation>An einem Testkunden ausprobieren (freiwillig)</translation>
    </message>
    <message>
        <source>0.01 points are added, looked at and taken back.</source>
        <translation>0,01 Punkte werden gutgeschrieben, angesehen und zurückgenommen.</translation>
    </message>
    <message>
        <source>Phone of a test customer</source>
        <translation>Nummer eines Testkunden</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Probieren</translation>
    </message>
    <message>
        <source>A sale that is sent twice counts once there. Nothing more to do.</source>
        <translation>Ein doppelt gesendeter Verkauf zählt dort einmal. Nichts weiter zu tun.</translation>
    </message>
    <message>
        <source>A sale that is sent twice would count twice there: the till looks before it repeats anything.</source>
        <translation>Ein doppelt gesendeter Verkauf zählte dort doppelt: die Kasse sieht nach, bevor sie etwas wiederholt.</translation>
    </message>
    <message>
        <source>The balance is written as it should be, and nothing else changes.</source>
        <translation>Der Punktestand wird richtig geschrieben, und sonst ändert sich nichts.</translation>
    </message>
    <message>
        <source>That did not go as it should. Please show this to whoever keeps the server:</source>
        <translation>Das lief nicht, wie es soll. Bitte zeigen Sie es dem Betreuer des Servers:</translation>
    </message>
    <message>
        <source>One point is worth</source>
        <translation>Ein Punkt ist wert</translation>
    </message>
    <message>
        <source>Points may pay at most, of a purchase</source>
        <translation>Anteil der Punkte höchstens</translation>
    </message>
    <message>
        <source>Points last, in days (empty: for ever)</source>
        <translation>Punkte gelten, in Tagen (leer: immer)</translation>
    </message>
    <message>
        <source>Ask once more above</source>
        <translation>Rückfrage ab einem Betrag über</translation>
    </message>
    <message>
        <source>Points without internet</source>
        <translation>Punkte ohne Internet</translation>
    </message>
    <message>
        <source>At most so many for each customer whose card was read, with a balance of the last 24 hours.</source>
        <translation>Höchstens so viele je Kunde mit gelesener Karte und einem Stand der letzten 24 Stunden.</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Up to {points}</source>
        <translation>Bis {points}</translation>
    </message>
    <message>
        <source>Points that are earned are rounded down to two decimal places.</source>
        <translation>Neue Punkte werden auf zwei Nachkommastellen abgerundet.</translation>
    </message>
    <message>
        <source>This number does not make sense here</source>
        <translation>Diese Zahl ergibt hier keinen Sinn</translation>
    </message>
    <message>
        <source>These customers are there to try:</source>
        <translation>Diese Kunden sind zum Üben da:</translation>
    </message>
    <message>
        <source>Type the number, Enter, an amount, Enter. Or swipe: nothing has to be clicked first.</source>
        <translation>Nummer tippen, Enter, Betrag, Enter. Oder Karte durchziehen: kein Klick ist vorher nötig.</translation>
    </message>
    <message>
        <source>The till is ready</source>
        <translation>Die Kasse ist bereit</translation>
    </message>
    <message>
        <source>Everything can be changed later in Settings.</source>
        <translation>Alles lässt sich später in den Optionen ändern.</translation>
    </message>
    <message>
        <source>The server was not asked yet: sales are saved, and sent once it has accepted the key.</source>
        <translation>Der Server wurde noch nicht gefragt: Verkäufe werden gespeichert und gesendet, sobald er den Schlüssel annimmt.</translation>
    </message>
    <message>
        <source>It could not be kept</source>
        <translation>Es ließ sich nicht speichern</translation>
    </message>
</context>
<context>
    <name>ShellWords</name>
    <message>
        <source>Sale</source>
        <translation>Verkauf</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Sync</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Optionen</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Sperre</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>Slow</source>
        <translation>Langsam</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Verbinde…</translation>
    </message>
    <message>
        <source>All sent</source>
        <translation>Alles gesendet</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n wartet</numerusform>
            <numerusform>%n warten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need attention</source>
        <translation>
            <numerusform>%n zu klären</numerusform>
            <numerusform>%n zu klären</numerusform>
        </translation>
    </message>
    <message>
        <source>Sending is stopped</source>
        <translation>Das Senden steht</translation>
    </message>
    <message>
        <source>Sending is stopped, open sync centre</source>
        <translation>Das Senden steht, Übertragung öffnen</translation>
    </message>
    <message numerus="yes">
        <source>%n sales waiting, open sync centre</source>
        <translation>
            <numerusform>%n Verkauf wartet, Übertragung öffnen</numerusform>
            <numerusform>%n Verkäufe warten, Übertragung öffnen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sales need attention, open sync centre</source>
        <translation>
            <numerusform>%n Verkauf zu klären, Übertragung öffnen</numerusform>
            <numerusform>%n Verkäufe zu klären, Übertragung öffnen</numerusform>
        </translation>
    </message>
    <message>
        <source>All sales sent, open sync centre</source>
        <translation>Alle Verkäufe gesendet, Übertragung öffnen</translation>
    </message>
    <message>
        <source>Account {sum}</source>
        <translation>Konto {sum}</translation>
    </message>
    <message>
        <source>{words}, open sync centre</source>
        <translation>{words}, Übertragung öffnen</translation>
    </message>
    <message>
        <source>Account low: {sum}</source>
        <translation>Konto fast leer: {sum}</translation>
    </message>
    <message>
        <source>Account refused</source>
        <translation>Konto abgelehnt</translation>
    </message>
    <message>
        <source>Sales are saved here, but points wait until the key is accepted again.</source>
        <translation>Verkäufe werden hier gespeichert, aber Punkte warten, bis der Schlüssel wieder gilt.</translation>
    </message>
    <message>
        <source>Account not known</source>
        <translation>Konto unbekannt</translation>
    </message>
</context>
<context>
    <name>SlipWords</name>
    <message>
        <source>Copy</source>
        <translation>Kopie</translation>
    </message>
    <message>
        <source>Voided</source>
        <translation>Storniert</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>Erstatten</translation>
    </message>
    <message>
        <source>Receipt {number}</source>
        <translation>Beleg {number}</translation>
    </message>
    <message>
        <source>Sale {number}</source>
        <translation>Verkauf {number}</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Points used ({points})</source>
        <translation>Eingelöst ({points})</translation>
    </message>
    <message>
        <source>Thank you. See you soon.</source>
        <translation>Danke und bis bald.</translation>
    </message>
    <message>
        <source>Points slip, not a tax receipt</source>
        <translation>Punktebon, kein Kassenbeleg</translation>
    </message>
    <message>
        <source>Loyalty card for your phone</source>
        <translation>Kundenkarte für Ihr Handy</translation>
    </message>
    <message>
        <source>Points slip {number}</source>
        <translation>Punktebon {number}</translation>
    </message>
    <message>
        <source>Test page</source>
        <translation>Testseite</translation>
    </message>
    <message>
        <source>Letters that are often missing:</source>
        <translation>Zeichen, die oft fehlen:</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Drucken</translation>
    </message>
    <message>
        <source>Points slip</source>
        <translation>Punktebon</translation>
    </message>
    <message>
        <source>Print slip</source>
        <translation>Bon drucken</translation>
    </message>
    <message>
        <source>Printing…</source>
        <translation>Drucke…</translation>
    </message>
    <message>
        <source>Slip printed</source>
        <translation>Bon gedruckt</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Als PDF sichern</translation>
    </message>
    <message>
        <source>{name} is in {folder}</source>
        <translation>{name} ist in {folder}</translation>
    </message>
    <message>
        <source>The file was not saved: the disk did not take it.</source>
        <translation>Die Datei wurde nicht gespeichert: die Festplatte nahm sie nicht an.</translation>
    </message>
    <message>
        <source>No printer is set up</source>
        <translation>Kein Drucker eingerichtet</translation>
    </message>
    <message>
        <source>Settings, Printer</source>
        <translation>Optionen, Drucker</translation>
    </message>
    <message>
        <source>The sale is saved.</source>
        <translation>Der Verkauf ist gespeichert.</translation>
    </message>
    <message>
        <source>The slip may be printed in part.</source>
        <translation>Der Bon kann teilweise gedruckt sein.</translation>
    </message>
    <message>
        <source>Printer does not answer</source>
        <translation>Drucker antwortet nicht</translation>
    </message>
    <message>
        <source>Printer has no paper</source>
        <translation>Drucker hat kein Papier</translation>
    </message>
    <message>
        <source>Printer&apos;s cover is open</source>
        <translation>Der Drucker ist offen</translation>
    </message>
    <message>
        <source>Printer has stopped</source>
        <translation>Der Drucker steht</translation>
    </message>
    <message>
        <source>This user may not use the printer</source>
        <translation>Dieser Benutzer darf nicht drucken</translation>
    </message>
    <message>
        <source>The system&apos;s library for USB (libusb) is missing</source>
        <translation>Die Systembibliothek für USB (libusb) fehlt</translation>
    </message>
    <message>
        <source>This printer cannot be reached</source>
        <translation>Dieser Drucker ist nicht erreichbar</translation>
    </message>
    <message>
        <source>Too many slips wait for the printer</source>
        <translation>Zu viele Bons warten auf den Drucker</translation>
    </message>
</context>
<context>
    <name>SyncWords</name>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>Klären</translation>
    </message>
    <message>
        <source>Voided</source>
        <translation>Storniert</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>Erstattet</translation>
    </message>
    <message>
        <source>Not enough points any more</source>
        <translation>Nicht mehr genug Punkte</translation>
    </message>
    <message numerus="yes">
        <source>%n points were used here while the till was offline,</source>
        <translation>
            <numerusform>%n Punkt wurde hier offline eingelöst,</numerusform>
            <numerusform>%n Punkte wurden hier offline eingelöst,</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>but only %n were left.</source>
        <translation>
            <numerusform>aber nur %n war noch da.</numerusform>
            <numerusform>aber nur %n waren noch da.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is lost. Choose what to do with the missing {n}.</source>
        <translation>Nichts ist verloren. Wählen Sie, was mit den fehlenden {n} geschieht.</translation>
    </message>
    <message>
        <source>Void sale</source>
        <translation>Stornieren</translation>
    </message>
    <message>
        <source>This card belongs to nobody yet</source>
        <translation>Diese Karte gehört noch niemandem</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Registrieren</translation>
    </message>
    <message>
        <source>Choose customer</source>
        <translation>Kunde wählen</translation>
    </message>
    <message>
        <source>Keep without card</source>
        <translation>Ohne Karte lassen</translation>
    </message>
    <message>
        <source>The server already has this sale. Nothing to do.</source>
        <translation>Der Server hat diesen Verkauf schon. Nichts zu tun.</translation>
    </message>
    <message>
        <source>The till key no longer works. Enter a new one in Settings.</source>
        <translation>Der Kassenschlüssel gilt nicht mehr. Geben Sie in den Optionen einen neuen ein.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is wrong by {n} min. Please correct it.</source>
        <translation>Die Uhr dieses Computers geht {n} min falsch. Bitte stellen Sie sie.</translation>
    </message>
    <message>
        <source>Waiting, will send by itself</source>
        <translation>Wartet, wird von selbst gesendet</translation>
    </message>
    <message>
        <source>next try in {n} s</source>
        <translation>nächster Versuch in {n} s</translation>
    </message>
    <message>
        <source>Printer does not answer. The sale is saved.</source>
        <translation>Der Drucker antwortet nicht. Der Verkauf ist gespeichert.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>The key goes to the system keyring of this computer, never to a file.</source>
        <translation>Der Schlüssel kommt in den Schlüsselbund dieses Computers, nie in eine Datei.</translation>
    </message>
</context>
<context>
    <name>ToldWords</name>
    <message>
        <source>New customer</source>
        <translation>Neuer Kunde</translation>
    </message>
    <message>
        <source>Changed data</source>
        <translation>Geänderte Daten</translation>
    </message>
    <message>
        <source>The customer could not be registered</source>
        <translation>Der Kunde ließ sich nicht registrieren</translation>
    </message>
    <message>
        <source>The customer&apos;s data could not be changed</source>
        <translation>Die Kundendaten ließen sich nicht ändern</translation>
    </message>
    <message>
        <source>The server has other data of whoever has this phone. Ask the customer which of them counts.</source>
        <translation>Der Server hat zu dieser Nummer andere Daten. Fragen Sie den Kunden, welche gelten.</translation>
    </message>
    <message>
        <source>It was sent, and then refused: it may have arrived the first time. Look at the customer before you decide.</source>
        <translation>Es wurde gesendet und dann abgelehnt: beim ersten Mal kann es angekommen sein. Sehen Sie den Kunden an, bevor Sie entscheiden.</translation>
    </message>
    <message>
        <source>What was typed here counts</source>
        <translation>Meine Eingabe gilt</translation>
    </message>
    <message>
        <source>Keep what the server has</source>
        <translation>Server behält seine</translation>
    </message>
    <message>
        <source>What was typed here is sent, and takes the place of what the server has. The points stay.</source>
        <translation>Die Eingabe von hier wird gesendet und ersetzt die Daten des Servers. Die Punkte bleiben.</translation>
    </message>
    <message>
        <source>Nothing more is sent: the server&apos;s data stays as it is.</source>
        <translation>Nichts weiter wird gesendet: die Daten des Servers bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>It is not sent any more. This cannot be undone.</source>
        <translation>Es wird nicht mehr gesendet. Das lässt sich nicht rückgängig machen.</translation>
    </message>
</context>
<context>
    <name>TrainingWords</name>
    <message>
        <source>Training</source>
        <translation>Übung</translation>
    </message>
    <message>
        <source>Made-up customers, a server inside this program: nothing is sent, nothing counts.</source>
        <translation>Erfundene Kunden, ein Server in diesem Programm: nichts wird gesendet, nichts zählt.</translation>
    </message>
    <message>
        <source>Cards and ledger</source>
        <translation>Karten und Konto</translation>
    </message>
    <message>
        <source>Swipe a card</source>
        <translation>Karte durchziehen</translation>
    </message>
    <message>
        <source>Swipe the card of {name}</source>
        <translation>Karte von {name} durchziehen</translation>
    </message>
    <message>
        <source>Real key strokes, as a reader types them.</source>
        <translation>Echte Tastenanschläge, wie ein Leser sie tippt.</translation>
    </message>
    <message>
        <source>Internet</source>
        <translation>Internet</translation>
    </message>
    <message>
        <source>Pull the plug</source>
        <translation>Stecker ziehen</translation>
    </message>
    <message>
        <source>Plug in again</source>
        <translation>Wieder einstecken</translation>
    </message>
    <message>
        <source>Connected. Pull the plug and go on selling.</source>
        <translation>Verbunden. Ziehen Sie den Stecker und verkaufen Sie weiter.</translation>
    </message>
    <message>
        <source>Unplugged. Sales are saved; plug in again and watch each arrive once.</source>
        <translation>Getrennt. Verkäufe werden gespeichert; stecken Sie wieder ein und sehen Sie jeden einmal ankommen.</translation>
    </message>
    <message>
        <source>The server&apos;s ledger</source>
        <translation>Das Konto des Servers</translation>
    </message>
    <message numerus="yes">
        <source>%n entries, each once</source>
        <translation>
            <numerusform>%n Eintrag, jeder einmal</numerusform>
            <numerusform>%n Einträge, jeder einmal</numerusform>
        </translation>
    </message>
    <message>
        <source>Start training</source>
        <translation>Übung starten</translation>
    </message>
    <message>
        <source>A second window with made-up customers, for new cashiers. The real till goes on beside it.</source>
        <translation>Ein zweites Fenster mit erfundenen Kunden, für neue Kassierer. Die echte Kasse läuft daneben weiter.</translation>
    </message>
</context>
<context>
    <name>TroubleWords</name>
    <message>
        <source>The till&apos;s data is damaged</source>
        <translation>Die Kassendaten sind beschädigt</translation>
    </message>
    <message>
        <source>The till&apos;s data is not what it was</source>
        <translation>Die Kassendaten sind nicht, wie sie waren</translation>
    </message>
    <message>
        <source>Nothing of the till&apos;s data can be read</source>
        <translation>Von den Kassendaten ist nichts lesbar</translation>
    </message>
    <message>
        <source>This data is from a newer version</source>
        <translation>Diese Daten sind von einer neueren Version</translation>
    </message>
    <message>
        <source>Another program is using the till&apos;s data</source>
        <translation>Ein anderes Programm nutzt die Kassendaten</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>Die Festplatte ist voll</translation>
    </message>
    <message>
        <source>The disk does not work as it should</source>
        <translation>Die Festplatte arbeitet nicht richtig</translation>
    </message>
    <message>
        <source>This till is not set up yet</source>
        <translation>Diese Kasse ist noch nicht eingerichtet</translation>
    </message>
    <message>
        <source>Something in the set-up is wrong</source>
        <translation>Etwas an der Einrichtung stimmt nicht</translation>
    </message>
    <message>
        <source>The till has no key</source>
        <translation>Die Kasse hat keinen Schlüssel</translation>
    </message>
    <message>
        <source>The till cannot be opened</source>
        <translation>Die Kasse lässt sich nicht öffnen</translation>
    </message>
    <message>
        <source>The file with the sales cannot be read any more. Every sale is on the till&apos;s roll as well.</source>
        <translation>Die Datei mit den Verkäufen ist nicht mehr lesbar. Jeder Verkauf steht auch im Journalstreifen der Kasse.</translation>
    </message>
    <message>
        <source>The file with the sales is empty, old or another one: the till&apos;s roll knows of more sales.</source>
        <translation>Die Datei mit den Verkäufen ist leer, alt oder eine andere: der Journalstreifen kennt mehr Verkäufe.</translation>
    </message>
    <message>
        <source>Neither the file with the sales nor the till&apos;s roll. Please call for help before anything else.</source>
        <translation>Weder die Datei mit den Verkäufen noch der Journalstreifen. Bitte holen Sie Hilfe, bevor Sie etwas anderes tun.</translation>
    </message>
    <message>
        <source>This program must not touch it. Nothing was changed: please update the program.</source>
        <translation>Dieses Programm darf sie nicht anrühren. Nichts wurde geändert: bitte aktualisieren Sie das Programm.</translation>
    </message>
    <message>
        <source>It may be a second till, a backup or a virus scanner. Nothing is lost: please try again.</source>
        <translation>Es kann eine zweite Kasse, eine Sicherung oder ein Virenscanner sein. Nichts ist verloren: bitte noch einmal versuchen.</translation>
    </message>
    <message>
        <source>No sale could be saved. Please make room on the disk and try again. Nothing is lost.</source>
        <translation>Kein Verkauf ließe sich speichern. Bitte schaffen Sie Platz und versuchen Sie es noch einmal. Nichts ist verloren.</translation>
    </message>
    <message>
        <source>The till&apos;s files cannot be read or written now. Nothing was changed.</source>
        <translation>Die Dateien der Kasse sind jetzt weder lesbar noch beschreibbar. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Please run the set-up on this computer first.</source>
        <translation>Bitte richten Sie die Kasse erst auf diesem Computer ein.</translation>
    </message>
    <message>
        <source>Please correct it, then try again. The sales are safe.</source>
        <translation>Bitte berichtigen Sie es und versuchen Sie es noch einmal. Die Verkäufe sind sicher.</translation>
    </message>
    <message>
        <source>The key is not where it should be. The sales are safe.</source>
        <translation>Der Schlüssel ist nicht, wo er sein soll. Die Verkäufe sind sicher.</translation>
    </message>
    <message>
        <source>The sales on the disk are safe.</source>
        <translation>Die Verkäufe auf der Festplatte sind sicher.</translation>
    </message>
    <message numerus="yes">
        <source>%n entries in it wait to be sent. They are safe, and the newer program sends them.</source>
        <translation>
            <numerusform>%n Eintrag darin wartet auf das Senden. Er ist sicher, das neuere Programm sendet ihn.</numerusform>
            <numerusform>%n Einträge darin warten auf das Senden. Sie sind sicher, das neuere Programm sendet sie.</numerusform>
        </translation>
    </message>
    <message>
        <source>The data is rebuilt from the roll.</source>
        <translation>Die Daten werden aus dem Journalstreifen neu aufgebaut.</translation>
    </message>
    <message>
        <source>Nothing is deleted: the old files are kept beside the new ones.</source>
        <translation>Nichts wird gelöscht: die alten Dateien bleiben neben den neuen.</translation>
    </message>
    <message>
        <source>What is not proved to have arrived is asked about again. Nothing is sent twice.</source>
        <translation>Wovon nicht bewiesen ist, dass es ankam, wird nachgefragt. Nichts wird doppelt gesendet.</translation>
    </message>
    <message>
        <source>Recover now</source>
        <translation>Jetzt retten</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Open the till</source>
        <translation>Kasse öffnen</translation>
    </message>
    <message>
        <source>The data is being rebuilt</source>
        <translation>Die Daten werden neu aufgebaut</translation>
    </message>
    <message numerus="yes">
        <source>Reading the roll: %n lines</source>
        <translation>
            <numerusform>Journalstreifen wird gelesen: %n Zeile</numerusform>
            <numerusform>Journalstreifen wird gelesen: %n Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>Checking what was rebuilt</source>
        <translation>Das Neue wird geprüft</translation>
    </message>
    <message>
        <source>Putting it in its place</source>
        <translation>Es kommt an seinen Platz</translation>
    </message>
    <message>
        <source>If there is a copy of the data, put it back and try again.</source>
        <translation>Gibt es eine Kopie der Daten, spielen Sie sie zurück und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Begin with an empty queue…</source>
        <translation>Mit leerer Reihe beginnen…</translation>
    </message>
    <message>
        <source>Begin with an empty queue</source>
        <translation>Mit leerer Reihe beginnen</translation>
    </message>
    <message>
        <source>Points that had not arrived when the data was damaged will not be sent. Sales go on at once.</source>
        <translation>Punkte, die beim Schaden noch nicht angekommen waren, werden nicht gesendet. Der Verkauf geht sofort weiter.</translation>
    </message>
    <message>
        <source>Nothing is deleted: the damaged files are moved into a folder beside.</source>
        <translation>Nichts wird gelöscht: die beschädigten Dateien kommen in einen Ordner daneben.</translation>
    </message>
    <message>
        <source>Who decided it, and why, is kept for ever.</source>
        <translation>Wer es entschied und warum, bleibt für immer.</translation>
    </message>
    <message>
        <source>Begin empty</source>
        <translation>Leer beginnen</translation>
    </message>
    <message>
        <source>The damaged files are put aside</source>
        <translation>Die beschädigten Dateien kommen beiseite</translation>
    </message>
    <message>
        <source>The till begins with an empty queue</source>
        <translation>Die Kasse beginnt mit leerer Reihe</translation>
    </message>
    <message>
        <source>The data was rebuilt</source>
        <translation>Die Daten sind neu aufgebaut</translation>
    </message>
    <message numerus="yes">
        <source>%n sales are there.</source>
        <translation>
            <numerusform>%n Verkauf ist da.</numerusform>
            <numerusform>%n Verkäufe sind da.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries wait: each is compared with the server before anything is sent.</source>
        <translation>
            <numerusform>%n Eintrag wartet: er wird mit dem Server verglichen, bevor etwas gesendet wird.</numerusform>
            <numerusform>%n Einträge warten: jeder wird mit dem Server verglichen, bevor etwas gesendet wird.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n old files were kept.</source>
        <translation>
            <numerusform>%n alte Datei blieb erhalten.</numerusform>
            <numerusform>%n alte Dateien blieben erhalten.</numerusform>
        </translation>
    </message>
    <message>
        <source>The data could not be rebuilt</source>
        <translation>Die Daten ließen sich nicht neu aufbauen</translation>
    </message>
    <message>
        <source>The old files are as they were. Please call for help before anything else is done with them.</source>
        <translation>Die alten Dateien sind, wie sie waren. Bitte holen Sie Hilfe, bevor etwas anderes mit ihnen geschieht.</translation>
    </message>
</context>
<context>
    <name>UpdateWords</name>
    <message>
        <source>Look for new versions once a day</source>
        <translation>Einmal am Tag nach neuen Versionen suchen</translation>
    </message>
    <message>
        <source>The vendor is asked, and learns nothing of this shop.</source>
        <translation>Gefragt wird der Hersteller; er erfährt nichts über dieses Geschäft.</translation>
    </message>
    <message>
        <source>This build of the program offers no updates.</source>
        <translation>Dieser Build des Programms bietet keine Updates.</translation>
    </message>
    <message>
        <source>Not looked for yet.</source>
        <translation>Noch nicht gesucht.</translation>
    </message>
    <message>
        <source>No newer version. Last looked: {time}.</source>
        <translation>Keine neuere Version. Zuletzt gesucht: {time}.</translation>
    </message>
    <message>
        <source>Version {version} is there.</source>
        <translation>Version {version} ist da.</translation>
    </message>
    <message>
        <source>Version {version} is here, as the vendor signed it.</source>
        <translation>Version {version} ist geladen, vom Hersteller signiert.</translation>
    </message>
    <message>
        <source>a new version</source>
        <translation>eine neue Version</translation>
    </message>
    <message>
        <source>Look now</source>
        <translation>Jetzt suchen</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Wird gesucht…</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Herunterladen</translation>
    </message>
    <message>
        <source>{n} % here</source>
        <translation>{n} % geladen</translation>
    </message>
    <message>
        <source>Close and install</source>
        <translation>Schließen, installieren</translation>
    </message>
    <message>
        <source>The data is copied. Close the till, then type: {command}</source>
        <translation>Die Daten sind kopiert. Schließen Sie die Kasse und geben Sie ein: {command}</translation>
    </message>
    <message>
        <source>The vendor cannot be reached now.</source>
        <translation>Der Hersteller ist jetzt nicht erreichbar.</translation>
    </message>
    <message>
        <source>What came is not signed by the vendor. It was not used.</source>
        <translation>Was kam, ist nicht vom Hersteller signiert. Es wurde nicht verwendet.</translation>
    </message>
    <message>
        <source>The vendor&apos;s list has expired. Check this computer&apos;s date.</source>
        <translation>Die Liste des Herstellers ist abgelaufen. Prüfen Sie das Datum dieses Computers.</translation>
    </message>
    <message>
        <source>An older list came than was seen before. It was not used.</source>
        <translation>Es kam eine ältere Liste als zuvor. Sie wurde nicht verwendet.</translation>
    </message>
    <message>
        <source>The vendor&apos;s list cannot be read. It was not used.</source>
        <translation>Die Liste des Herstellers ist nicht lesbar. Sie wurde nicht verwendet.</translation>
    </message>
    <message>
        <source>The file is not what the vendor signed. Download it again.</source>
        <translation>Die Datei ist nicht die vom Hersteller signierte. Laden Sie sie neu.</translation>
    </message>
    <message>
        <source>The disk has no room for the new version.</source>
        <translation>Auf der Festplatte ist kein Platz für die neue Version.</translation>
    </message>
    <message>
        <source>The disk does not take the new version.</source>
        <translation>Die Festplatte nimmt die neue Version nicht an.</translation>
    </message>
    <message>
        <source>Not now: first finish the sales that are open, and what waits in Sync.</source>
        <translation>Nicht jetzt: Schließen Sie erst offene Verkäufe ab und was unter Sync wartet.</translation>
    </message>
    <message>
        <source>The installer cannot be started.</source>
        <translation>Das Installationsprogramm lässt sich nicht starten.</translation>
    </message>
    <message>
        <source>No version to install is known. Look now.</source>
        <translation>Keine Version zum Installieren bekannt. Suchen Sie jetzt.</translation>
    </message>
</context>
<context>
    <name>UpkeepWords</name>
    <message>
        <source>In force from the next sale on. A sale that was begun keeps the price that the customer was told.</source>
        <translation>Gilt ab dem nächsten Verkauf. Ein begonnener Verkauf behält den genannten Preis.</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Everything this till knows lies in one folder on this computer.</source>
        <translation>Alles, was diese Kasse weiß, liegt in einem Ordner auf diesem Computer.</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>{n} MB</source>
        <translation>{n} MB</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Sicherungen</translation>
    </message>
    <message>
        <source>{n} kept, the last at {time}</source>
        <translation>{n}, letzte {time}</translation>
    </message>
    <message>
        <source>Forget customers whom the server does not have any more</source>
        <translation>Kunden vergessen, die der Server nicht mehr hat</translation>
    </message>
    <message>
        <source>After so long without news of them; not while points or a sale are open.</source>
        <translation>Nach so langer Zeit ohne Nachricht; nicht bei offenen Punkten oder Verkäufen.</translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>Erase a customer from this till</source>
        <translation>Kunden aus dieser Kasse löschen</translation>
    </message>
    <message>
        <source>What this till remembers of them. As long as the server has the customer, they are read again.</source>
        <translation>Was diese Kasse von ihm weiß. Solange der Server den Kunden hat, wird er wieder gelesen.</translation>
    </message>
    <message>
        <source>Phone of the customer</source>
        <translation>Nummer des Kunden</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Erased from this till</source>
        <translation>Aus dieser Kasse gelöscht</translation>
    </message>
    <message>
        <source>This till remembers nobody with this phone</source>
        <translation>Diese Kasse kennt niemanden mit dieser Nummer</translation>
    </message>
    <message>
        <source>Sales stay, with the name and phone they were for: they are accounting records of this shop.</source>
        <translation>Verkäufe bleiben, mit Namen und Nummer: sie gehören zur Buchhaltung des Geschäfts.</translation>
    </message>
    <message>
        <source>Not erased</source>
        <translation>Nicht gelöscht</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Über</translation>
    </message>
    <message>
        <source>What to tell whoever helps you.</source>
        <translation>Was wissen muss, wer Ihnen hilft.</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Lizenzen</translation>
    </message>
    <message>
        <source>Save a diagnostics file</source>
        <translation>Diagnose speichern</translation>
    </message>
    <message>
        <source>For whoever helps you. No keys, no names, phones and cards masked.</source>
        <translation>Für den, der Ihnen hilft. Ohne Schlüssel und Namen, Nummern und Karten verdeckt.</translation>
    </message>
    <message>
        <source>Diagnostics saved</source>
        <translation>Diagnose gespeichert</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>Diagnose</translation>
    </message>
</context>
</TS>
