<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="cs_CZ" sourcelanguage="en_GB">
<context>
    <name>AnswerWords</name>
    <message>
        <source>The server said: “{words}”</source>
        <translation>Server řekl: „{words}“</translation>
    </message>
    <message>
        <source>The server has it.</source>
        <translation>Server to má.</translation>
    </message>
    <message>
        <source>The balance shows that it arrived.</source>
        <translation>Podle zůstatku to dorazilo.</translation>
    </message>
    <message>
        <source>Somebody changed the balance from {before} to {after}: it was taken as it is.</source>
        <translation>Někdo změnil zůstatek z {before} na {after}: převzali jsme ho, jak je.</translation>
    </message>
    <message>
        <source>The server still had {points}: it was put right.</source>
        <translation>Server měl ještě {points}: opravili jsme to.</translation>
    </message>
    <message>
        <source>The CRM has the customer.</source>
        <translation>CRM zákazníka má.</translation>
    </message>
    <message>
        <source>first name</source>
        <translation>jméno</translation>
    </message>
    <message>
        <source>surname</source>
        <translation>příjmení</translation>
    </message>
    <message>
        <source>middle name</source>
        <translation>prostřední jméno</translation>
    </message>
    <message>
        <source>e-mail</source>
        <translation>e-mail</translation>
    </message>
    <message>
        <source>birthday</source>
        <translation>narozeniny</translation>
    </message>
    <message>
        <source>card</source>
        <translation>karta</translation>
    </message>
    <message>
        <source>This phone is a customer&apos;s already. What differs: {fields}.</source>
        <translation>Toto číslo už patří zákazníkovi. Liší se: {fields}.</translation>
    </message>
    <message>
        <source>The server knows nobody with this phone: nothing was changed.</source>
        <translation>Server nikoho s tímto číslem nezná: nic se nezměnilo.</translation>
    </message>
    <message>
        <source>The server could not be reached.</source>
        <translation>Server nebyl dostupný.</translation>
    </message>
    <message>
        <source>No secure connection to the server could be made.</source>
        <translation>Nepodařilo se navázat bezpečné spojení se serverem.</translation>
    </message>
    <message>
        <source>This computer&apos;s date is wrong. Please correct it.</source>
        <translation>Datum v tomto počítači je špatně. Opravte ho prosím.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not valid. Nothing was sent.</source>
        <translation>Certifikát serveru neplatí. Nic jsme neodeslali.</translation>
    </message>
    <message>
        <source>Something on the network answered instead of the server. It may want a log-in.</source>
        <translation>Místo serveru odpovědělo něco jiného v síti. Možná chce přihlášení.</translation>
    </message>
    <message>
        <source>The network&apos;s proxy does not let this till through.</source>
        <translation>Proxy v síti tuto pokladnu nepustí dál.</translation>
    </message>
    <message>
        <source>The server&apos;s address in Settings is not right.</source>
        <translation>Adresa serveru v Nastavení není správná.</translation>
    </message>
    <message>
        <source>The till was being closed.</source>
        <translation>Pokladna se právě zavírala.</translation>
    </message>
    <message>
        <source>The server does not accept the till&apos;s key.</source>
        <translation>Server nepřijímá klíč pokladny.</translation>
    </message>
    <message>
        <source>The till&apos;s key could not be read on this computer.</source>
        <translation>Klíč pokladny se v tomto počítači nepodařilo přečíst.</translation>
    </message>
    <message>
        <source>The server asked for a pause of {n} s.</source>
        <translation>Server požádal o přestávku {n} s.</translation>
    </message>
    <message>
        <source>No answer came in time. It may have arrived.</source>
        <translation>Odpověď nepřišla včas. Možná to dorazilo.</translation>
    </message>
    <message>
        <source>The connection was lost before the answer. It may have arrived.</source>
        <translation>Spojení se přerušilo před odpovědí. Možná to dorazilo.</translation>
    </message>
    <message>
        <source>The program ended while this was being sent. It may have arrived.</source>
        <translation>Program skončil během odesílání. Možná to dorazilo.</translation>
    </message>
    <message>
        <source>The answer made no sense.</source>
        <translation>Odpověď nedávala smysl.</translation>
    </message>
    <message>
        <source>The server has trouble of its own.</source>
        <translation>Server má vlastní potíže.</translation>
    </message>
    <message>
        <source>The server answered for another customer. Nothing was taken from its answer.</source>
        <translation>Server odpověděl o jiném zákazníkovi. Z jeho odpovědi jsme nic nepřevzali.</translation>
    </message>
    <message>
        <source>Refused, but an earlier try may still arrive. It is asked about once more.</source>
        <translation>Odmítnuto, dřívější pokus ale ještě může dorazit. Zeptáme se znovu.</translation>
    </message>
    <message>
        <source>It may have arrived, and how many points it was is not known.</source>
        <translation>Možná to došlo, ale kolik to bylo bodů, se neví.</translation>
    </message>
    <message>
        <source>It may have arrived at an address that this till does not use any more.</source>
        <translation>Možná to dorazilo na adresu, kterou už pokladna nepoužívá.</translation>
    </message>
    <message>
        <source>It may have arrived, and the server can no longer be asked safely.</source>
        <translation>Možná to dorazilo a serveru se už nelze bezpečně zeptat.</translation>
    </message>
    <message>
        <source>It may have arrived: there were {before} points, {target} would be right, and the server has {now}.</source>
        <translation>Možná to dorazilo: bodů bylo {before}, správně by jich bylo {target} a server má {now}.</translation>
    </message>
    <message>
        <source>It may have arrived: there were {before} points, {target} would be right, and the server tells no balance.</source>
        <translation>Možná to dorazilo: bodů bylo {before}, správně by jich bylo {target} a server zůstatek nesděluje.</translation>
    </message>
    <message>
        <source>No customer has this phone or card.</source>
        <translation>Tento telefon ani kartu nemá žádný zákazník.</translation>
    </message>
    <message>
        <source>The server said no, without a reason.</source>
        <translation>Server řekl ne a neuvedl proč.</translation>
    </message>
    <message>
        <source>The server has {now} points, and this till left {left}: somebody else changed them.</source>
        <translation>Server má {now} bodů a tato pokladna nechala {left}: změnil je někdo jiný.</translation>
    </message>
    <message>
        <source>The server tells no phone for this card, so its balance cannot be changed.</source>
        <translation>Server k této kartě neuvádí telefon, proto jí zůstatek nelze změnit.</translation>
    </message>
    <message>
        <source>The server tells no balance for this customer. Nothing was changed.</source>
        <translation>Server zůstatek tohoto zákazníka nesděluje. Nic se nezměnilo.</translation>
    </message>
    <message>
        <source>No server tells this customer&apos;s bonus, so it is not known how many points they earn.</source>
        <translation>Žádný server nesděluje bonus tohoto zákazníka, proto nevíme, kolik bodů získá.</translation>
    </message>
    <message>
        <source>This sale belongs to the account {sale}, and the till to {till} now.</source>
        <translation>Tento prodej patří účtu {sale} a pokladna teď účtu {till}.</translation>
    </message>
    <message>
        <source>What is on the disk is not what was saved there. It was not sent.</source>
        <translation>Na disku není to, co se tam uložilo. Neodeslali jsme to.</translation>
    </message>
    <message>
        <source>Decided by a person.</source>
        <translation>Rozhodl člověk.</translation>
    </message>
    <message>
        <source>Decided by {who}.</source>
        <translation>Rozhodl/a {who}.</translation>
    </message>
    <message>
        <source>This customer earns nothing on this sale.</source>
        <translation>Tento zákazník za tento prodej žádné body nezíská.</translation>
    </message>
    <message>
        <source>Taken back before it reached the server.</source>
        <translation>Vzato zpět dřív, než to dorazilo na server.</translation>
    </message>
    <message>
        <source>There is nothing to take back: it never reached the server.</source>
        <translation>Není co brát zpět: na server to nikdy nedorazilo.</translation>
    </message>
    <message>
        <source>The card belongs to {phone}: the points go on there.</source>
        <translation>Karta patří {phone}: body pokračují tam.</translation>
    </message>
</context>
<context>
    <name>AppearanceWords</name>
    <message>
        <source>Appearance</source>
        <translation>Vzhled</translation>
    </message>
    <message>
        <source>For this till only. Every choice is in force at once and kept.</source>
        <translation>Jen pro tuto pokladnu. Každá volba platí hned a zůstane.</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Barvy</translation>
    </message>
    <message>
        <source>Like the computer</source>
        <translation>Podle počítače</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Světlé</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Tmavé</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Vysoký kontrast</translation>
    </message>
    <message>
        <source>Size of everything</source>
        <translation>Velikost všeho</translation>
    </message>
    <message>
        <source>From the next start of the till, as far as it fits on the screen.</source>
        <translation>Od příštího spuštění pokladny, pokud se to na obrazovku vejde.</translation>
    </message>
    <message>
        <source>Keypad</source>
        <translation>Číselník</translation>
    </message>
    <message>
        <source>Which digits are on top.</source>
        <translation>Které číslice jsou nahoře.</translation>
    </message>
    <message>
        <source>Sides</source>
        <translation>Strany</translation>
    </message>
    <message>
        <source>Where the customer is on the screen.</source>
        <translation>Kde je na obrazovce zákazník.</translation>
    </message>
    <message>
        <source>Customer left</source>
        <translation>Zákazník vlevo</translation>
    </message>
    <message>
        <source>Customer right</source>
        <translation>Zákazník vpravo</translation>
    </message>
    <message>
        <source>Close the recorded sale</source>
        <translation>Zavřít uložený prodej</translation>
    </message>
    <message>
        <source>Enter and the next card close it too.</source>
        <translation>Zavře ho také Enter nebo další karta.</translation>
    </message>
    <message>
        <source>After {n} s</source>
        <translation>Za {n} s</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nikdy</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>Zvuky</translation>
    </message>
    <message>
        <source>For a card read, a sale saved, a refusal.</source>
        <translation>Načtená karta, uložený prodej, odmítnutí.</translation>
    </message>
    <message>
        <source>Movement</source>
        <translation>Pohyb</translation>
    </message>
    <message>
        <source>What changes on the screen fades briefly.</source>
        <translation>Co se na obrazovce mění, krátce se prolne.</translation>
    </message>
    <message>
        <source>Reduced</source>
        <translation>Omezený</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normální</translation>
    </message>
    <message>
        <source>Quiet</source>
        <translation>Tiché</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Vypnuté</translation>
    </message>
</context>
<context>
    <name>AttemptWords</name>
    <message>
        <source>Waiting to be sent</source>
        <translation>Čeká</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Odesílá se</translation>
    </message>
    <message>
        <source>Sent, waiting for proof</source>
        <translation>Odesláno, čeká na potvrzení</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Odesláno</translation>
    </message>
    <message>
        <source>Needs a person</source>
        <translation>Je třeba rozhodnout</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Zrušeno</translation>
    </message>
    <message>
        <source>Sending was cut off</source>
        <translation>Odesílání se přerušilo</translation>
    </message>
    <message>
        <source>Found at the server</source>
        <translation>Nalezeno na serveru</translation>
    </message>
    <message>
        <source>Could not be sent</source>
        <translation>Nešlo odeslat</translation>
    </message>
    <message>
        <source>Put back in the queue</source>
        <translation>Vráceno do fronty</translation>
    </message>
    <message>
        <source>The server said no</source>
        <translation>Server řekl ne</translation>
    </message>
    <message>
        <source>Stopped for a person</source>
        <translation>Zastaveno k rozhodnutí</translation>
    </message>
    <message>
        <source>Sent, no clear answer</source>
        <translation>Odesláno, bez jasné odpovědi</translation>
    </message>
    <message>
        <source>Asked about it, no clear answer</source>
        <translation>Dotaz bez jasné odpovědi</translation>
    </message>
    <message>
        <source>The server did not accept it</source>
        <translation>Server to nepřijal</translation>
    </message>
    <message>
        <source>This phone or card belongs to nobody yet</source>
        <translation>Tento telefon nebo karta zatím nikomu nepatří</translation>
    </message>
    <message>
        <source>It is not known whether it arrived</source>
        <translation>Není jisté, zda to dorazilo</translation>
    </message>
    <message>
        <source>This sale belongs to another account</source>
        <translation>Tento prodej patří jinému účtu</translation>
    </message>
    <message>
        <source>Somebody else changed the balance</source>
        <translation>Zůstatek změnil někdo jiný</translation>
    </message>
    <message>
        <source>This phone is a customer&apos;s already</source>
        <translation>Toto číslo už patří zákazníkovi</translation>
    </message>
    <message>
        <source>The entry on the disk is damaged</source>
        <translation>Záznam na disku je poškozený</translation>
    </message>
    <message>
        <source>Decided: try again</source>
        <translation>Rozhodnuto: zkusit znovu</translation>
    </message>
    <message>
        <source>Decided: the points are another customer&apos;s</source>
        <translation>Rozhodnuto: body patří jinému zákazníkovi</translation>
    </message>
    <message>
        <source>Decided: not there, add them now</source>
        <translation>Rozhodnuto: nejsou tam, přidat teď</translation>
    </message>
    <message>
        <source>Decided: they are there already</source>
        <translation>Rozhodnuto: už tam jsou</translation>
    </message>
    <message>
        <source>Decided: the points are forgiven</source>
        <translation>Rozhodnuto: body se odpouštějí</translation>
    </message>
    <message>
        <source>Decided: the points that are there are taken, the rest is forgiven</source>
        <translation>Rozhodnuto: vezmou se jen dostupné body, zbytek se promíjí</translation>
    </message>
    <message>
        <source>Decided: the sale is voided</source>
        <translation>Rozhodnuto: prodej se stornuje</translation>
    </message>
    <message>
        <source>Decided: nothing more is done</source>
        <translation>Rozhodnuto: dál se nic neudělá</translation>
    </message>
</context>
<context>
    <name>CheckoutWords</name>
    <message>
        <source>Purchase</source>
        <translation>Nákup</translation>
    </message>
    <message>
        <source>Redeem points</source>
        <translation>Uplatnit body</translation>
    </message>
    <message>
        <source>Receipt no. (optional)</source>
        <translation>Číslo účtenky (nepovinné)</translation>
    </message>
    <message>
        <source>Receipt (optional)</source>
        <translation>Účtenka (nepovinné)</translation>
    </message>
    <message>
        <source>Max {points}</source>
        <translation>Max {points}</translation>
    </message>
    <message>
        <source>→ {sum}</source>
        <translation>→ {sum}</translation>
    </message>
    <message>
        <source>Use points so that {sum} remain to pay</source>
        <translation>Použít body tak, aby k úhradě zbylo {sum}</translation>
    </message>
    <message>
        <source>Use {points}</source>
        <translation>Použít {points}</translation>
    </message>
    <message>
        <source>Use as many as possible, {points}</source>
        <translation>Použít co nejvíc, {points}</translation>
    </message>
    <message>
        <source>Find the customer first to see how many points they can use.</source>
        <translation>Nejdřív najděte zákazníka, pak uvidíte, kolik bodů může uplatnit.</translation>
    </message>
    <message>
        <source>Points can be used once we know the balance. Offer it on the next visit.</source>
        <translation>Body lze uplatnit, až budeme znát zůstatek. Nabídněte to příště.</translation>
    </message>
    <message>
        <source>Enter the amount first</source>
        <translation>Nejdřív zadejte částku</translation>
    </message>
    <message>
        <source>Is {sum} right? Press Enter once more.</source>
        <translation>Je {sum} správně? Stiskněte Enter ještě jednou.</translation>
    </message>
    <message>
        <source>{sum} was recorded for this customer just now</source>
        <translation>{sum} bylo tomuto zákazníkovi právě uloženo</translation>
    </message>
    <message>
        <source>Press Enter once more if it is another purchase.</source>
        <translation>Je-li to další nákup, stiskněte Enter ještě jednou.</translation>
    </message>
    <message>
        <source>Discount {percent}</source>
        <translation>Sleva {percent}</translation>
    </message>
    <message>
        <source>Points used</source>
        <translation>Uplatněné body</translation>
    </message>
    <message>
        <source>Points earned</source>
        <translation>Získané body</translation>
    </message>
    <message>
        <source>New balance</source>
        <translation>Nový zůstatek</translation>
    </message>
    <message>
        <source>later</source>
        <translation>později</translation>
    </message>
    <message>
        <source>≈ {value}</source>
        <translation>≈ {value}</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>K úhradě</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Potvrdit</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Další</translation>
    </message>
    <message>
        <source>To pay {sum}</source>
        <translation>K úhradě {sum}</translation>
    </message>
    <message>
        <source>Confirm sale, {sum}</source>
        <translation>Potvrdit prodej, {sum}</translation>
    </message>
    <message>
        <source>Hold sale</source>
        <translation>Odložit prodej</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>Odložené prodeje</translation>
    </message>
    <message>
        <source>Take up {name}, {sum}, held since {time}</source>
        <translation>Pokračovat: {name}, {sum}, odloženo v {time}</translation>
    </message>
    <message>
        <source>No customer yet</source>
        <translation>Bez zákazníka</translation>
    </message>
    <message>
        <source>Sale recorded</source>
        <translation>Prodej uložen</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Odesláno</translation>
    </message>
    <message>
        <source>Saved, will be sent</source>
        <translation>Uloženo, odešle se</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Vrátit zpět</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>zbývá {time}</translation>
    </message>
    <message>
        <source>Undo, {time} left</source>
        <translation>Vrátit zpět, zbývá {time}</translation>
    </message>
    <message>
        <source>Points and balance</source>
        <translation>Body a zůstatek</translation>
    </message>
    <message>
        <source>Show QR</source>
        <translation>Ukázat QR</translation>
    </message>
    <message>
        <source>Card for the phone</source>
        <translation>Karta do mobilu</translation>
    </message>
    <message>
        <source>Ready for the next customer. Just swipe or scan.</source>
        <translation>Připraveno pro dalšího zákazníka. Stačí karta nebo kód.</translation>
    </message>
    <message>
        <source>closes in {n} s</source>
        <translation>zavře se za {n} s</translation>
    </message>
    <message>
        <source>Sale undone. Points are back as before.</source>
        <translation>Prodej vrácen. Body jsou jako předtím.</translation>
    </message>
    <message>
        <source>space</source>
        <translation>mezera</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Hotovo</translation>
    </message>
    <message>
        <source>zero</source>
        <translation>nula</translation>
    </message>
    <message>
        <source>one</source>
        <translation>jedna</translation>
    </message>
    <message>
        <source>two</source>
        <translation>dva</translation>
    </message>
    <message>
        <source>three</source>
        <translation>tři</translation>
    </message>
    <message>
        <source>four</source>
        <translation>čtyři</translation>
    </message>
    <message>
        <source>five</source>
        <translation>pět</translation>
    </message>
    <message>
        <source>six</source>
        <translation>šest</translation>
    </message>
    <message>
        <source>seven</source>
        <translation>sedm</translation>
    </message>
    <message>
        <source>eight</source>
        <translation>osm</translation>
    </message>
    <message>
        <source>nine</source>
        <translation>devět</translation>
    </message>
    <message>
        <source>decimal sign</source>
        <translation>desetinná čárka</translation>
    </message>
    <message>
        <source>delete the last digit, hold to clear</source>
        <translation>smazat poslední číslici, podržením smazat vše</translation>
    </message>
</context>
<context>
    <name>ConnectionWords</name>
    <message>
        <source>Connection and keys</source>
        <translation>Připojení a klíče</translation>
    </message>
    <message>
        <source>Where this till sends its sales, and the keys it is known by. A key is never shown again.</source>
        <translation>Kam pokladna posílá prodeje a podle jakých klíčů ji tam znají. Klíč se už nikdy neukáže.</translation>
    </message>
    <message>
        <source>Keys are kept</source>
        <translation>Kde jsou klíče</translation>
    </message>
    <message>
        <source>In the system keyring of this computer</source>
        <translation>V systémové klíčence tohoto počítače</translation>
    </message>
    <message>
        <source>Only in memory, until the till is closed</source>
        <translation>Jen v paměti, dokud se pokladna nezavře</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Vyměnit</translation>
    </message>
    <message>
        <source>Replace: {key}</source>
        <translation>Vyměnit: {key}</translation>
    </message>
    <message>
        <source>The new key is in use</source>
        <translation>Nový klíč se používá</translation>
    </message>
    <message>
        <source>The key was not replaced</source>
        <translation>Klíč zůstal původní</translation>
    </message>
    <message>
        <source>Replace the key</source>
        <translation>Vyměnit klíč</translation>
    </message>
</context>
<context>
    <name>IssueWords</name>
    <message>
        <source>The server did not take the used points</source>
        <translation>Server uplatněné body nepřijal</translation>
    </message>
    <message>
        <source>This phone belongs to nobody yet</source>
        <translation>Tento telefon zatím nikomu nepatří</translation>
    </message>
    <message>
        <source>The balance is not what this till left</source>
        <translation>Zůstatek není takový, jaký tu pokladna nechala</translation>
    </message>
    <message>
        <source>Card {number}</source>
        <translation>Karta {number}</translation>
    </message>
    <message>
        <source>{used} points were used here, but only {left} are left. Nothing is lost. Choose what to do with the missing {missing}.</source>
        <translation>Uplatnilo se tu bodů: {used}, zbývalo jich ale jen {left}. Nic se neztratilo. Vyberte, co s chybějícími {missing}.</translation>
    </message>
    <message>
        <source>The server does not know the card. Choose the customer, then the points are added.</source>
        <translation>Server kartu nezná. Vyberte zákazníka, pak body připíšeme.</translation>
    </message>
    <message>
        <source>The server does not know the phone. Correct it or choose the customer, then the points are added.</source>
        <translation>Server telefon nezná. Opravte ho nebo vyberte zákazníka, pak body připíšeme.</translation>
    </message>
    <message>
        <source>It was sent, but no clear answer came. Look at the customer&apos;s points before you decide.</source>
        <translation>Odeslalo se to, ale jasná odpověď nepřišla. Než rozhodnete, podívejte se na zákazníkovy body.</translation>
    </message>
    <message>
        <source>The customer&apos;s points are not what this till expected. Look at them before you decide.</source>
        <translation>Zákazníkovy body jsou jiné, než pokladna čekala. Než rozhodnete, podívejte se na ně.</translation>
    </message>
    <message>
        <source>It goes to nobody else. Put that account&apos;s key back, then try again.</source>
        <translation>Nikomu jinému se neodešle. Vraťte klíč toho účtu a zkuste to znovu.</translation>
    </message>
    <message>
        <source>What is on the disk is not what was written there, so it is not sent. Check this computer&apos;s disk.</source>
        <translation>Na disku není to, co se tam zapsalo, proto se to neodešle. Zkontrolujte disk počítače.</translation>
    </message>
    <message>
        <source>Nothing is lost.</source>
        <translation>Nic se neztratilo.</translation>
    </message>
    <message numerus="yes">
        <source>%n more of this customer wait for it.</source>
        <translation>
            <numerusform>Na rozhodnutí čeká ještě %n další prodej tohoto zákazníka.</numerusform>
            <numerusform>Na rozhodnutí čekají ještě %n další prodeje tohoto zákazníka.</numerusform>
            <numerusform>Na rozhodnutí čeká ještě %n dalších prodejů tohoto zákazníka.</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking at the customer&apos;s points…</source>
        <translation>Zjišťuji zákazníkovy body…</translation>
    </message>
    <message>
        <source>The server has {points} now.</source>
        <translation>Na serveru je teď {points}.</translation>
    </message>
    <message>
        <source>There were {before} before; {right} are right with this.</source>
        <translation>Předtím tam bylo {before}, s tímto jich má být {right}.</translation>
    </message>
    <message>
        <source>They seem to be there.</source>
        <translation>Zdá se, že tam jsou.</translation>
    </message>
    <message>
        <source>They seem not to be there.</source>
        <translation>Zdá se, že tam nejsou.</translation>
    </message>
    <message>
        <source>The customer&apos;s points cannot be read now.</source>
        <translation>Zákazníkovy body teď nelze zjistit.</translation>
    </message>
    <message>
        <source>Correct the phone</source>
        <translation>Opravit telefon</translation>
    </message>
    <message>
        <source>Other customer</source>
        <translation>Jiný zákazník</translation>
    </message>
    <message>
        <source>Add now</source>
        <translation>Přidat teď</translation>
    </message>
    <message>
        <source>Take now</source>
        <translation>Odečíst teď</translation>
    </message>
    <message>
        <source>Already there</source>
        <translation>Už tam jsou</translation>
    </message>
    <message>
        <source>Already taken</source>
        <translation>Už jsou odečtené</translation>
    </message>
    <message>
        <source>Forgive {points}</source>
        <translation>Odpustit {points}</translation>
    </message>
    <message>
        <source>Write off</source>
        <translation>Odepsat</translation>
    </message>
    <message>
        <source>Allow again</source>
        <translation>Znovu povolit</translation>
    </message>
    <message>
        <source>It was moved here</source>
        <translation>Byla sem přesunuta</translation>
    </message>
    <message>
        <source>It is a copy</source>
        <translation>Je to kopie</translation>
    </message>
    <message>
        <source>A backup was put back</source>
        <translation>Vrátili jsme zálohu</translation>
    </message>
    <message>
        <source>It is sent once more. Good once what was wrong has been put right.</source>
        <translation>Odešle se ještě jednou. Hodí se, když už je chyba napravená.</translation>
    </message>
    <message>
        <source>The points go to the customer you choose, and to nobody else.</source>
        <translation>Body dostane zákazník, kterého vyberete, a nikdo jiný.</translation>
    </message>
    <message>
        <source>The points go to {name}.</source>
        <translation>Body dostane {name}.</translation>
    </message>
    <message>
        <source>You looked, and it is not there: it is sent now. This cannot be undone.</source>
        <translation>Podívali jste se a není to tam: teď se to odešle. Nelze to vrátit.</translation>
    </message>
    <message>
        <source>You looked, and it is there: nothing more is sent. This cannot be undone.</source>
        <translation>Podívali jste se a je to tam: nic dalšího se neodešle. Nelze to vrátit.</translation>
    </message>
    <message>
        <source>No points are taken: the customer keeps {points}, and the shop bears it. This cannot be undone.</source>
        <translation>Neodečte se nic: zákazníkovi zůstane {points} a ponese to obchod. Nelze to vrátit.</translation>
    </message>
    <message>
        <source>{left} are taken, and the shop bears the missing {missing}. This cannot be undone.</source>
        <translation>Odečte se {left} a chybějících {missing} ponese obchod. Nelze to vrátit.</translation>
    </message>
    <message>
        <source>The whole sale is taken back: hand back {sum}. This cannot be undone.</source>
        <translation>Celý prodej se stornuje: vraťte {sum}. Nelze to vrátit.</translation>
    </message>
    <message>
        <source>The sale stays, but nobody gets points for it. This cannot be undone.</source>
        <translation>Prodej zůstane, ale body za něj nikdo nedostane. Nelze to vrátit.</translation>
    </message>
    <message>
        <source>Nothing more is done; the points at the server stay as they are. This cannot be undone.</source>
        <translation>Nic dalšího se neudělá, body na serveru zůstanou, jak jsou. Nelze to vrátit.</translation>
    </message>
    <message>
        <source>Points are written again; the next write is looked at like the first.</source>
        <translation>Body se budou zase zapisovat, další zápis se zkontroluje jako první.</translation>
    </message>
    <message>
        <source>The other place is not used any more: what is open is asked about, then sent from here.</source>
        <translation>Druhé místo se už nepoužívá: na neodeslané se zeptáme a odešleme ho odsud.</translation>
    </message>
    <message>
        <source>The other place goes on and sends what is open. This is another till from now on.</source>
        <translation>Druhé místo pokračuje a neodeslané odešle. Toto je odteď jiná pokladna.</translation>
    </message>
    <message>
        <source>What is open may have been sent since the backup: it is asked about before anything is sent again.</source>
        <translation>Neodeslané se mohlo od zálohy odeslat: zeptáme se, než cokoli odešleme znovu.</translation>
    </message>
    <message>
        <source>Two tills that write balances overwrite each other. Ask whoever set up this till.</source>
        <translation>Dvě pokladny by si zůstatky přepisovaly. Obraťte se na toho, kdo pokladnu nastavil.</translation>
    </message>
    <message>
        <source>Who decides?</source>
        <translation>Kdo rozhoduje?</translation>
    </message>
    <message>
        <source>Why? It is kept for ever</source>
        <translation>Proč? Uloží se navždy</translation>
    </message>
    <message>
        <source>Why? (optional)</source>
        <translation>Proč? (nepovinné)</translation>
    </message>
    <message>
        <source>Say who decides</source>
        <translation>Napište, kdo rozhoduje</translation>
    </message>
    <message>
        <source>Say why</source>
        <translation>Napište proč</translation>
    </message>
    <message>
        <source>Choose the customer first</source>
        <translation>Nejdřív vyberte zákazníka</translation>
    </message>
    <message>
        <source>Phone, card or name</source>
        <translation>Telefon, karta nebo jméno</translation>
    </message>
    <message>
        <source>Use {number}</source>
        <translation>Použít {number}</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zpět</translation>
    </message>
    <message>
        <source>The disk did not take it: nothing was decided. Please try once more.</source>
        <translation>Disk to nepřijal: nic se nerozhodlo. Zkuste to prosím ještě jednou.</translation>
    </message>
    <message>
        <source>This has been settled already.</source>
        <translation>To už je vyřešené.</translation>
    </message>
    <message>
        <source>What happened · {n}</source>
        <translation>Co se dělo · {n}</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Skrýt</translation>
    </message>
    <message>
        <source>Sale saved on this till</source>
        <translation>Prodej uložen v pokladně</translation>
    </message>
    <message>
        <source>Decided: {what}</source>
        <translation>Rozhodnuto: {what}</translation>
    </message>
    <message>
        <source>Hand back {sum}</source>
        <translation>Vraťte {sum}</translation>
    </message>
</context>
<context>
    <name>JournalWords</name>
    <message>
        <source>All that waits, of every day</source>
        <translation>Vše, co čeká, ze všech dní</translation>
    </message>
    <message>
        <source>All that needs attention, of every day</source>
        <translation>Vše k vyřešení, ze všech dní</translation>
    </message>
    <message>
        <source>Found in all days</source>
        <translation>Nalezeno ve všech dnech</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Vše</translation>
    </message>
    <message>
        <source>Which sales</source>
        <translation>Které prodeje</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Hledat</translation>
    </message>
    <message>
        <source>Name, digits, receipt, amount</source>
        <translation>Jméno, číslo, účtenka, částka</translation>
    </message>
    <message>
        <source>Search the journal by name, last digits, receipt number or amount</source>
        <translation>Hledat v deníku podle jména, posledních číslic, čísla účtenky nebo částky</translation>
    </message>
    <message>
        <source>Stop searching</source>
        <translation>Ukončit hledání</translation>
    </message>
    <message>
        <source>Choose a day</source>
        <translation>Vybrat den</translation>
    </message>
    <message>
        <source>The day before</source>
        <translation>Předchozí den</translation>
    </message>
    <message>
        <source>The day after</source>
        <translation>Následující den</translation>
    </message>
    <message>
        <source>The month before</source>
        <translation>Předchozí měsíc</translation>
    </message>
    <message>
        <source>The month after</source>
        <translation>Následující měsíc</translation>
    </message>
    <message>
        <source>Save the list as a file</source>
        <translation>Uložit seznam do souboru</translation>
    </message>
    <message>
        <source>{file} is in {folder}</source>
        <translation>{file} je ve složce {folder}</translation>
    </message>
    <message>
        <source>The file could not be written. Nothing else changed.</source>
        <translation>Soubor se nepodařilo zapsat. Nic jiného se nezměnilo.</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>Prodeje</translation>
    </message>
    <message>
        <source>Takings</source>
        <translation>Tržba</translation>
    </message>
    <message>
        <source>Discounts</source>
        <translation>Slevy</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Čas</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Zákazník</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Zaplaceno</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Body</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stav</translation>
    </message>
    <message>
        <source>Sales, newest first</source>
        <translation>Prodeje od nejnovějšího</translation>
    </message>
    <message>
        <source>{time}, {name}, paid {paid}, points {points}, {state}</source>
        <translation>{time}, {name}, zaplaceno {paid}, body {points}, {state}</translation>
    </message>
    <message>
        <source>Refund {number}</source>
        <translation>Vrácení {number}</translation>
    </message>
    <message>
        <source>Correction</source>
        <translation>Oprava bodů</translation>
    </message>
    <message>
        <source>{money} refunded</source>
        <translation>vráceno {money}</translation>
    </message>
    <message>
        <source>No sales on this day</source>
        <translation>Tento den bez prodejů</translation>
    </message>
    <message>
        <source>No sales yet today</source>
        <translation>Dnes zatím bez prodejů</translation>
    </message>
    <message>
        <source>Nothing waits. All is sent.</source>
        <translation>Nic nečeká. Vše je odesláno.</translation>
    </message>
    <message>
        <source>Nothing needs attention.</source>
        <translation>Nic není k vyřešení.</translation>
    </message>
    <message>
        <source>No sale fits</source>
        <translation>Žádný prodej neodpovídá</translation>
    </message>
    <message>
        <source>Try the beginning of a name, the last 3 digits, a receipt number or an amount.</source>
        <translation>Zkuste začátek jména, poslední 3 číslice, číslo účtenky nebo částku.</translation>
    </message>
    <message>
        <source>Choose a sale to see all about it</source>
        <translation>Vyberte prodej, uvidíte o něm vše</translation>
    </message>
    <message>
        <source>The chosen sale is shown here</source>
        <translation>Tady uvidíte vybraný prodej</translation>
    </message>
    <message>
        <source>receipt {number}</source>
        <translation>účtenka {number}</translation>
    </message>
    <message>
        <source>Handed back</source>
        <translation>Vráceno zákazníkovi</translation>
    </message>
    <message>
        <source>Refunded so far</source>
        <translation>Dosud vráceno</translation>
    </message>
    <message>
        <source>Saved on this till</source>
        <translation>Uloženo v této pokladně</translation>
    </message>
    <message>
        <source>Refund saved on this till</source>
        <translation>Vrácení uloženo v této pokladně</translation>
    </message>
    <message>
        <source>{what} · points used</source>
        <translation>{what} · uplatněné body</translation>
    </message>
    <message>
        <source>{what} · points earned</source>
        <translation>{what} · získané body</translation>
    </message>
    <message numerus="yes">
        <source>%n earlier tries</source>
        <translation>
            <numerusform>%n dřívější pokus</numerusform>
            <numerusform>%n dřívější pokusy</numerusform>
            <numerusform>%n dřívějších pokusů</numerusform>
        </translation>
    </message>
    <message>
        <source>next try at once</source>
        <translation>další pokus hned</translation>
    </message>
    <message>
        <source>Voided</source>
        <translation>Stornováno</translation>
    </message>
    <message>
        <source>{money} handed back</source>
        <translation>Vráceno {money}</translation>
    </message>
    <message>
        <source>Takes back the sale of {time}</source>
        <translation>Vrací prodej z {time}</translation>
    </message>
    <message>
        <source>open it</source>
        <translation>otevřít</translation>
    </message>
    <message>
        <source>Not sent yet, so it can still be voided. Sent sales are refunded.</source>
        <translation>Zatím neodesláno, proto ho lze stornovat. Odeslané prodeje se vracejí.</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>Storno</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>Vrátit</translation>
    </message>
    <message>
        <source>Add the customer</source>
        <translation>Přidat zákazníka</translation>
    </message>
    <message>
        <source>Void this sale?</source>
        <translation>Stornovat tento prodej?</translation>
    </message>
    <message>
        <source>{money} goes back to the customer. Nothing of it is sent.</source>
        <translation>Zákazníkovi se vrátí {money}. Nic z toho se neodešle.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Ponechat</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zpět</translation>
    </message>
    <message>
        <source>The sale is voided.</source>
        <translation>Prodej je stornován.</translation>
    </message>
    <message>
        <source>Refund a sale</source>
        <translation>Vrácení prodeje</translation>
    </message>
    <message>
        <source>{time} · {name}</source>
        <translation>{time} · {name}</translation>
    </message>
    <message>
        <source>How much of the purchase</source>
        <translation>Kolik z nákupu</translation>
    </message>
    <message>
        <source>All {money}</source>
        <translation>Vše {money}</translation>
    </message>
    <message>
        <source>Half</source>
        <translation>Polovinu</translation>
    </message>
    <message>
        <source>Hand back</source>
        <translation>Vrátit zákazníkovi</translation>
    </message>
    <message>
        <source>Used points that come back</source>
        <translation>Uplatněné body zpět</translation>
    </message>
    <message>
        <source>Earned points that are taken</source>
        <translation>Získané body se odečtou</translation>
    </message>
    <message>
        <source>A refund cannot be undone.</source>
        <translation>Vrácení už nelze vzít zpět.</translation>
    </message>
    <message>
        <source>Refund {money}</source>
        <translation>Vrátit {money}</translation>
    </message>
    <message>
        <source>Hand back {money}. The refund is saved.</source>
        <translation>Vraťte {money}. Vrácení je uloženo.</translation>
    </message>
    <message>
        <source>Whose purchase was it?</source>
        <translation>Čí to byl nákup?</translation>
    </message>
    <message>
        <source>Today only, and once. The points of this sale go to the customer you choose.</source>
        <translation>Jen dnes a jen jednou. Body z tohoto prodeje dostane zákazník, kterého vyberete.</translation>
    </message>
    <message>
        <source>Give the points to {name}</source>
        <translation>Připsat body: {name}</translation>
    </message>
    <message>
        <source>Give the points</source>
        <translation>Připsat body</translation>
    </message>
    <message>
        <source>The points go to {name}.</source>
        <translation>Body dostane {name}.</translation>
    </message>
    <message>
        <source>Forgot the card: {name}</source>
        <translation>Zapomenutá karta: {name}</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Účtenka</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Karta</translation>
    </message>
    <message>
        <source>Purchase</source>
        <translation>Nákup</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>Sleva</translation>
    </message>
    <message>
        <source>Points used</source>
        <translation>Uplatněné body</translation>
    </message>
    <message>
        <source>Points earned</source>
        <translation>Získané body</translation>
    </message>
    <message>
        <source>Sale</source>
        <translation>Prodej</translation>
    </message>
    <message>
        <source>Takes back</source>
        <translation>Vrací prodej</translation>
    </message>
    <message>
        <source>journal {what}</source>
        <translation>denik {what}</translation>
    </message>
</context>
<context>
    <name>KeyboardWords</name>
    <message>
        <source>Language and keyboard</source>
        <translation>Jazyk a klávesnice</translation>
    </message>
    <message>
        <source>For this till only. What you choose is in force at once.</source>
        <translation>Jen pro tuto pokladnu. Co zvolíte, platí hned.</translation>
    </message>
    <message>
        <source>Of the window and the slips. A sale that was begun stays as it is.</source>
        <translation>Okna i lístků. Rozdělaný prodej zůstane, jak je.</translation>
    </message>
    <message>
        <source>Letters on the screen</source>
        <translation>Písmena na obrazovce</translation>
    </message>
    <message>
        <source>To type names where there is no keyboard.</source>
        <translation>Pro psaní jmen tam, kde není klávesnice.</translation>
    </message>
    <message>
        <source>When needed</source>
        <translation>Podle potřeby</translation>
    </message>
    <message>
        <source>At every tap</source>
        <translation>Při každém ťuknutí</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nikdy</translation>
    </message>
    <message>
        <source>Try the keyboard</source>
        <translation>Vyzkoušejte klávesnici</translation>
    </message>
    <message>
        <source>Type 1 2 3 4 5 in the row above the letters.</source>
        <translation>Napište 1 2 3 4 5 v řadě nad písmeny.</translation>
    </message>
    <message>
        <source>Digits arrive as digits.</source>
        <translation>Číslice přicházejí jako číslice.</translation>
    </message>
    <message>
        <source>This row types letters here. Use the number pad for sums, or another layout. Cards are read all the same.</source>
        <translation>Tato řada tu píše písmena. Částky pište na číselném bloku, nebo zvolte jiné rozložení. Karty se čtou i tak.</translation>
    </message>
    <message>
        <source>What every key does</source>
        <translation>Co která klávesa dělá</translation>
    </message>
</context>
<context>
    <name>KeysWords</name>
    <message>
        <source>Keys</source>
        <translation>Klávesy</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Zavřít</translation>
    </message>
    <message>
        <source>At the sale</source>
        <translation>Při prodeji</translation>
    </message>
    <message>
        <source>Number pad</source>
        <translation>Numerická klávesnice</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Všude</translation>
    </message>
    <message>
        <source>A card can be swiped at any time; no key is needed first.</source>
        <translation>Kartu lze protáhnout kdykoli, žádná klávesa není potřeba.</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Zákazník</translation>
    </message>
    <message>
        <source>Purchase</source>
        <translation>Nákup</translation>
    </message>
    <message>
        <source>Points; again: as many as possible; again: a round sum</source>
        <translation>Body; znovu: co nejvíc; znovu: kulatá částka</translation>
    </message>
    <message>
        <source>Receipt number</source>
        <translation>Číslo účtenky</translation>
    </message>
    <message>
        <source>Sale on the number only</source>
        <translation>Prodej jen na číslo</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>Nový zákazník</translation>
    </message>
    <message>
        <source>Undo the last sale</source>
        <translation>Vrátit poslední prodej</translation>
    </message>
    <message>
        <source>Print the slip</source>
        <translation>Vytisknout lístek</translation>
    </message>
    <message>
        <source>Hold the sale; again: take it up</source>
        <translation>Odložit prodej; znovu: pokračovat v něm</translation>
    </message>
    <message>
        <source>Choose, confirm, next</source>
        <translation>Vybrat, potvrdit, další</translation>
    </message>
    <message>
        <source>One step back</source>
        <translation>O krok zpět</translation>
    </message>
    <message>
        <source>Next field; sale on the number only</source>
        <translation>Další pole; prodej jen na číslo</translation>
    </message>
    <message>
        <source>As many points as possible; again: a round sum</source>
        <translation>Co nejvíc bodů; znovu: kulatá částka</translation>
    </message>
    <message>
        <source>Clear the field; twice after a sale: undo it</source>
        <translation>Vymaže pole; dvakrát po prodeji: vrátí ho</translation>
    </message>
    <message>
        <source>Pages, from the top</source>
        <translation>Stránky odshora</translation>
    </message>
    <message>
        <source>Send what waits, on its page</source>
        <translation>Odeslat, co čeká (na stránce Přenosy)</translation>
    </message>
    <message>
        <source>Take a sale back, in the journal</source>
        <translation>Vrátit prodej (v deníku)</translation>
    </message>
    <message>
        <source>Print a slip again, in the journal</source>
        <translation>Vytisknout lístek znovu, v deníku</translation>
    </message>
    <message>
        <source>These keys</source>
        <translation>Tyto klávesy</translation>
    </message>
</context>
<context>
    <name>LineWords</name>
    <message>
        <source>Sync centre</source>
        <translation>Přenosy</translation>
    </message>
    <message numerus="yes">
        <source>%n sales need your decision. The rest takes care of itself.</source>
        <translation>
            <numerusform>%n prodej čeká na vaše rozhodnutí. Ostatní se vyřeší samo.</numerusform>
            <numerusform>%n prodeje čekají na vaše rozhodnutí. Ostatní se vyřeší samo.</numerusform>
            <numerusform>%n prodejů čeká na vaše rozhodnutí. Ostatní se vyřeší samo.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing for you to do: it takes care of itself.</source>
        <translation>Nemusíte nic dělat, vyřeší se to samo.</translation>
    </message>
    <message>
        <source>Nothing for you to do.</source>
        <translation>Nemusíte nic dělat.</translation>
    </message>
    <message>
        <source>Nothing goes out at the moment. Every sale is saved here.</source>
        <translation>Teď se nic neodesílá. Každý prodej je tu uložený.</translation>
    </message>
    <message>
        <source>All sent</source>
        <translation>Vše odesláno</translation>
    </message>
    <message>
        <source>Every sale of this till has arrived, and each one once.</source>
        <translation>Každý prodej této pokladny dorazil, a to právě jednou.</translation>
    </message>
    <message>
        <source>in the queue</source>
        <translation>ve frontě</translation>
    </message>
    <message>
        <source>being sent</source>
        <translation>odesílá se</translation>
    </message>
    <message>
        <source>next try in {time}</source>
        <translation>další pokus za {time}</translation>
    </message>
    <message>
        <source>waits for your decision</source>
        <translation>čeká na rozhodnutí</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>pozastaveno</translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation>a dalších {n}</translation>
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
        <translation>Uložit čekající jako tabulku</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Spojení</translation>
    </message>
    <message>
        <source>Internet</source>
        <translation>Internet</translation>
    </message>
    <message>
        <source>Loyalty server</source>
        <translation>Věrnostní server</translation>
    </message>
    <message>
        <source>Points server</source>
        <translation>Server s body</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Účet</translation>
    </message>
    <message>
        <source>Customers on this till</source>
        <translation>Zákazníci v pokladně</translation>
    </message>
    <message>
        <source>Last sale sent</source>
        <translation>Poslední odeslaný prodej</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Tento počítač</translation>
    </message>
    <message>
        <source>Last backup</source>
        <translation>Poslední záloha</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Hodiny</translation>
    </message>
    <message>
        <source>Wrong by {n} min</source>
        <translation>Jdou o {n} min špatně</translation>
    </message>
    <message>
        <source>Good, {time}</source>
        <translation>Dobré, {time}</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Odpovídá</translation>
    </message>
    <message>
        <source>Answered at {time}</source>
        <translation>Odpověděl v {time}</translation>
    </message>
    <message>
        <source>Not asked yet</source>
        <translation>Zatím bez dotazu</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>Nedostupný</translation>
    </message>
    <message>
        <source>Last answered at {time}</source>
        <translation>Naposledy odpověděl v {time}</translation>
    </message>
    <message>
        <source>The key is not accepted</source>
        <translation>Klíč neplatí</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>Zatím nevíme</translation>
    </message>
    <message>
        <source>{count} · updated {time}</source>
        <translation>{count} · aktualizace {time}</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Zatím žádný</translation>
    </message>
    <message>
        <source>The disk takes everything</source>
        <translation>Disk ukládá vše</translation>
    </message>
    <message>
        <source>The second copy cannot be written</source>
        <translation>Druhou kopii nelze zapsat</translation>
    </message>
    <message>
        <source>Only {n} MB free</source>
        <translation>Volných jen {n} MB</translation>
    </message>
    <message>
        <source>Every sale is on this computer until the server confirms it.</source>
        <translation>Každý prodej zůstává v počítači, dokud ho server nepotvrdí.</translation>
    </message>
    <message>
        <source>all right</source>
        <translation>v pořádku</translation>
    </message>
    <message>
        <source>trouble</source>
        <translation>potíže</translation>
    </message>
    <message>
        <source>You are offline</source>
        <translation>Jste offline</translation>
    </message>
    <message>
        <source>Sales are saved here and sent once the internet is back.</source>
        <translation>Prodeje se tu ukládají a odešlou se, jakmile bude internet.</translation>
    </message>
    <message>
        <source>Open any page in this computer&apos;s browser and log in. Sales are saved here meanwhile.</source>
        <translation>Otevřete v prohlížeči libovolnou stránku a přihlaste se. Prodeje se zatím ukládají tady.</translation>
    </message>
    <message>
        <source>The server answers, but not as it should. It is tried again by itself.</source>
        <translation>Server odpovídá, ale ne tak, jak má. Zkusíme to znovu sami.</translation>
    </message>
    <message>
        <source>The server asked for a pause</source>
        <translation>Server požádal o přestávku</translation>
    </message>
    <message>
        <source>It is tried again by itself.</source>
        <translation>Zkusíme to znovu sami.</translation>
    </message>
    <message>
        <source>Unlock this computer&apos;s keyring. Sales are saved here meanwhile.</source>
        <translation>Odemkněte klíčenku počítače. Prodeje se zatím ukládají tady.</translation>
    </message>
    <message>
        <source>The key belongs to another account than the sales of this till. Nothing is sent to it.</source>
        <translation>Klíč patří jinému účtu než prodeje této pokladny. Nic se tam neodesílá.</translation>
    </message>
    <message>
        <source>Correct date and time of this computer, then sending goes on by itself.</source>
        <translation>Opravte datum a čas počítače, odesílání pak půjde dál samo.</translation>
    </message>
    <message>
        <source>Points are not written any more</source>
        <translation>Body se přestaly zapisovat</translation>
    </message>
    <message>
        <source>This till&apos;s data was moved or copied here</source>
        <translation>Data pokladny sem někdo přesunul nebo zkopíroval</translation>
    </message>
    <message>
        <source>An old copy of this till&apos;s data was put back</source>
        <translation>Vrátila se stará kopie dat pokladny</translation>
    </message>
    <message>
        <source>Selling goes on, but nothing is sent before somebody says how it is.</source>
        <translation>Prodávat lze dál, ale nic se neodešle, dokud někdo neřekne, jak to je.</translation>
    </message>
    <message>
        <source>The till stopped by itself. Look into it, then allow it again.</source>
        <translation>Pokladna se zastavila sama. Ověřte proč a pak to znovu povolte.</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Odeslat teď</translation>
    </message>
    <message>
        <source>Save a backup file</source>
        <translation>Uložit zálohu</translation>
    </message>
    <message>
        <source>Saving the backup…</source>
        <translation>Ukládám zálohu…</translation>
    </message>
    <message>
        <source>Backup saved</source>
        <translation>Záloha uložena</translation>
    </message>
    <message>
        <source>Table saved</source>
        <translation>Tabulka uložena</translation>
    </message>
    <message>
        <source>waiting {day}</source>
        <translation>čeká {day}</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Čas</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Účtenka</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Zákazník</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Karta</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Zaplaceno</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Body</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stav</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Proč</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>Pokusy</translation>
    </message>
    <message>
        <source>Last answer</source>
        <translation>Poslední odpověď</translation>
    </message>
    <message>
        <source>Sale</source>
        <translation>Prodej</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Položka</translation>
    </message>
    <message>
        <source>The file could not be written. Choose another place.</source>
        <translation>Soubor nešlo zapsat. Vyberte jiné místo.</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Zálohy</translation>
    </message>
</context>
<context>
    <name>MomentWords</name>
    <message>
        <source>Looking for the card…</source>
        <translation>Hledám kartu…</translation>
    </message>
    <message>
        <source>Nobody on this till fits</source>
        <translation>V této pokladně nikdo takový není</translation>
    </message>
    <message>
        <source>Type the whole phone number, or swipe the card.</source>
        <translation>Napište celý telefon, nebo protáhněte kartu.</translation>
    </message>
    <message>
        <source>Sale on card number only</source>
        <translation>Prodej na číslo karty</translation>
    </message>
    <message>
        <source>Unknown number</source>
        <translation>Neznámé číslo</translation>
    </message>
    <message>
        <source>The points wait here until this number is registered.</source>
        <translation>Body tu počkají, než bude číslo zaregistrované.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Změnit</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Nechat</translation>
    </message>
    <message>
        <source>The sale was not saved</source>
        <translation>Prodej se neuložil</translation>
    </message>
    <message>
        <source>The disk did not take it. Please try once more.</source>
        <translation>Disk ho nepřijal. Zkuste to prosím ještě jednou.</translation>
    </message>
    <message>
        <source>That did not work</source>
        <translation>Nepodařilo se</translation>
    </message>
    <message>
        <source>Nothing was changed. Please try once more.</source>
        <translation>Nic se nezměnilo. Zkuste to prosím ještě jednou.</translation>
    </message>
    <message>
        <source>Sending has stopped</source>
        <translation>Odesílání se zastavilo</translation>
    </message>
    <message>
        <source>All sales are saved. Please close the program and start it again.</source>
        <translation>Všechny prodeje jsou uložené. Zavřete prosím program a spusťte ho znovu.</translation>
    </message>
    <message>
        <source>Something went wrong in the program</source>
        <translation>V programu se něco pokazilo</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>Chybí klíč</translation>
    </message>
    <message>
        <source>Network wants a log-in</source>
        <translation>Síť chce přihlášení</translation>
    </message>
    <message>
        <source>Clock is wrong</source>
        <translation>Špatný čas</translation>
    </message>
    <message>
        <source>Other account</source>
        <translation>Jiný účet</translation>
    </message>
    <message>
        <source>Server has trouble</source>
        <translation>Potíže serveru</translation>
    </message>
    <message>
        <source>Open journal</source>
        <translation>Otevřít deník</translation>
    </message>
    <message>
        <source>Last sales</source>
        <translation>Poslední prodeje</translation>
    </message>
    <message>
        <source>No sale yet</source>
        <translation>Zatím žádný prodej</translation>
    </message>
</context>
<context>
    <name>PeopleWords</name>
    <message>
        <source>New customer</source>
        <translation>Nový zákazník</translation>
    </message>
    <message>
        <source>The phone number is enough. The rest can wait.</source>
        <translation>Stačí telefon. Zbytek může počkat.</translation>
    </message>
    <message>
        <source>Save and start the sale</source>
        <translation>Uložit a začít prodej</translation>
    </message>
    <message>
        <source>Already registered: {name}</source>
        <translation>Už je registrován: {name}</translation>
    </message>
    <message>
        <source>Let the customer scan this</source>
        <translation>Nechte zákazníka načíst kód</translation>
    </message>
    <message>
        <source>Waiting for the scan…</source>
        <translation>Čekám na načtení…</translation>
    </message>
    <message>
        <source>Card added to the phone</source>
        <translation>Karta je v mobilu</translation>
    </message>
    <message numerus="yes">
        <source>Send to %n people</source>
        <translation>
            <numerusform>Odeslat %n člověku</numerusform>
            <numerusform>Odeslat %n lidem</numerusform>
            <numerusform>Odeslat %n lidem</numerusform>
        </translation>
    </message>
    <message>
        <source>You will be asked once more before sending.</source>
        <translation>Před odesláním se ještě jednou zeptáme.</translation>
    </message>
    <message>
        <source>Print X</source>
        <translation>Vytisknout X</translation>
    </message>
    <message>
        <source>Close shift (Z)</source>
        <translation>Uzavřít směnu (Z)</translation>
    </message>
    <message numerus="yes">
        <source>%n sales are still waiting to be sent</source>
        <translation>
            <numerusform>%n prodej ještě čeká na odeslání</numerusform>
            <numerusform>%n prodeje ještě čekají na odeslání</numerusform>
            <numerusform>%n prodejů ještě čeká na odeslání</numerusform>
        </translation>
    </message>
    <message>
        <source>Who is at the till?</source>
        <translation>Kdo je u pokladny?</translation>
    </message>
    <message>
        <source>Enter your PIN</source>
        <translation>Zadejte svůj PIN</translation>
    </message>
    <message numerus="yes">
        <source>Wrong PIN, %n tries left</source>
        <translation>
            <numerusform>Špatný PIN, zbývá %n pokus</numerusform>
            <numerusform>Špatný PIN, zbývají %n pokusy</numerusform>
            <numerusform>Špatný PIN, zbývá %n pokusů</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PrinterWords</name>
    <message>
        <source>Printer</source>
        <translation>Tiskárna</translation>
    </message>
    <message>
        <source>Points slips for customers. A sale never waits for the printer.</source>
        <translation>Bodové lístky pro zákazníky. Prodej na tiskárnu nikdy nečeká.</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Připojení</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Žádná</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Síť</translation>
    </message>
    <message>
        <source>USB</source>
        <translation>USB</translation>
    </message>
    <message>
        <source>Serial</source>
        <translation>Sériová</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Soubor</translation>
    </message>
    <message>
        <source>This computer&apos;s</source>
        <translation>V počítači</translation>
    </message>
    <message>
        <source>Printer&apos;s address, such as 192.168.1.50</source>
        <translation>Adresa tiskárny, třeba 192.168.1.50</translation>
    </message>
    <message>
        <source>Empty: the first printer; or its number 04b8:0e15</source>
        <translation>Prázdné: první tiskárna; nebo její číslo 04b8:0e15</translation>
    </message>
    <message>
        <source>Port and speed, such as COM3:9600</source>
        <translation>Port a rychlost, třeba COM3:9600</translation>
    </message>
    <message>
        <source>Path, such as /dev/usb/lp0</source>
        <translation>Cesta, třeba /dev/usb/lp0</translation>
    </message>
    <message>
        <source>Printer&apos;s name; empty: the computer&apos;s choice</source>
        <translation>Název tiskárny; prázdné: výchozí v počítači</translation>
    </message>
    <message>
        <source>This computer knows: {names}</source>
        <translation>Počítač zná: {names}</translation>
    </message>
    <message>
        <source>This computer knows no printer.</source>
        <translation>Počítač žádnou tiskárnu nezná.</translation>
    </message>
    <message>
        <source>This is not such an address.</source>
        <translation>Takhle adresa nevypadá.</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papír</translation>
    </message>
    <message>
        <source>{n} mm</source>
        <translation>{n} mm</translation>
    </message>
    <message>
        <source>When to print</source>
        <translation>Kdy tisknout</translation>
    </message>
    <message>
        <source>When asked for</source>
        <translation>Na vyžádání</translation>
    </message>
    <message>
        <source>After each sale</source>
        <translation>Po každém prodeji</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Odříznutí</translation>
    </message>
    <message>
        <source>Through</source>
        <translation>Celé</translation>
    </message>
    <message>
        <source>In part</source>
        <translation>Částečné</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Ne</translation>
    </message>
    <message>
        <source>Print a test page</source>
        <translation>Zkušební tisk</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Uložit</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Uloženo</translation>
    </message>
    <message>
        <source>The next slip comes out of this printer.</source>
        <translation>Další lístek vyjede z této tiskárny.</translation>
    </message>
    <message>
        <source>Slips are not printed. They can be kept as PDF in the Journal.</source>
        <translation>Lístky se netisknou. V deníku se dají uložit jako PDF.</translation>
    </message>
    <message>
        <source>The test page is printed</source>
        <translation>Zkušební stránka je vytištěna</translation>
    </message>
    <message>
        <source>Are all letters there, and is the paper cut? Then save.</source>
        <translation>Jsou tam všechna písmena a je papír odříznutý? Pak uložte.</translation>
    </message>
</context>
<context>
    <name>ProblemWords</name>
    <message>
        <source>Enter the amount first</source>
        <translation>Nejdřív zadejte částku</translation>
    </message>
    <message>
        <source>This is not an amount</source>
        <translation>Toto není částka</translation>
    </message>
    <message>
        <source>The amount must be more than 0</source>
        <translation>Částka musí být vyšší než 0</translation>
    </message>
    <message>
        <source>At most 2 decimal places</source>
        <translation>Nejvýše 2 desetinná místa</translation>
    </message>
    <message>
        <source>At most {limit} in this shop</source>
        <translation>V této prodejně nejvýše {limit}</translation>
    </message>
    <message>
        <source>This is not a number of points</source>
        <translation>Toto není počet bodů</translation>
    </message>
    <message>
        <source>At most {limit} points on this purchase</source>
        <translation>Na tento nákup nejvýše {limit} bodů</translation>
    </message>
    <message>
        <source>Only {limit} of this sale is left to refund</source>
        <translation>Z tohoto prodeje zbývá k vrácení jen {limit}</translation>
    </message>
    <message>
        <source>Nothing of this sale is left to refund</source>
        <translation>Z tohoto prodeje už není co vrátit</translation>
    </message>
    <message>
        <source>This sale has no points to give to anybody</source>
        <translation>Tento prodej nemá body, které by šly komu připsat</translation>
    </message>
    <message>
        <source>The points of this sale are somebody&apos;s already</source>
        <translation>Body tohoto prodeje už někomu patří</translation>
    </message>
    <message>
        <source>Only a sale of today can be given to a customer</source>
        <translation>Zákazníkovi lze připsat jen dnešní prodej</translation>
    </message>
    <message numerus="yes">
        <source>%n digits missing</source>
        <translation>
            <numerusform>Chybí %n číslice</numerusform>
            <numerusform>Chybí %n číslice</numerusform>
            <numerusform>Chybí %n číslic</numerusform>
        </translation>
    </message>
    <message>
        <source>Digits are missing</source>
        <translation>Chybí číslice</translation>
    </message>
    <message>
        <source>Too many digits</source>
        <translation>Příliš mnoho číslic</translation>
    </message>
    <message>
        <source>This is not a phone number</source>
        <translation>Toto není telefonní číslo</translation>
    </message>
    <message>
        <source>This is not a card number</source>
        <translation>Toto není číslo karty</translation>
    </message>
    <message>
        <source>Swipe a card, or type a phone, card number or name</source>
        <translation>Protáhněte kartu, nebo napište telefon, číslo karty či jméno</translation>
    </message>
    <message numerus="yes">
        <source>Type at least %n characters</source>
        <translation>
            <numerusform>Napište alespoň %n znak</numerusform>
            <numerusform>Napište alespoň %n znaky</numerusform>
            <numerusform>Napište alespoň %n znaků</numerusform>
        </translation>
    </message>
    <message>
        <source>No customer has this number</source>
        <translation>Toto číslo nikdo nemá</translation>
    </message>
    <message>
        <source>Not on this till. We cannot look online now.</source>
        <translation>V této pokladně není. Online teď hledat nejde.</translation>
    </message>
    <message numerus="yes">
        <source>%n customers fit. Ask for the name or more digits.</source>
        <translation>
            <numerusform>Odpovídá %n zákazník. Zeptejte se na jméno nebo další číslice.</numerusform>
            <numerusform>Odpovídají %n zákazníci. Zeptejte se na jméno nebo další číslice.</numerusform>
            <numerusform>Odpovídá %n zákazníků. Zeptejte se na jméno nebo další číslice.</numerusform>
        </translation>
    </message>
    <message>
        <source>That was a bank card. Its number was not shown or saved.</source>
        <translation>To byla platební karta. Její číslo jsme nezobrazili ani neuložili.</translation>
    </message>
    <message>
        <source>This code is not a loyalty card.</source>
        <translation>Tento kód není věrnostní karta.</translation>
    </message>
    <message>
        <source>The card did not read well. Please swipe it once more.</source>
        <translation>Karta se nenačetla dobře. Protáhněte ji ještě jednou.</translation>
    </message>
    <message>
        <source>This is not an e-mail address</source>
        <translation>Toto není e-mailová adresa</translation>
    </message>
    <message>
        <source>Day, month and year</source>
        <translation>Den, měsíc a rok</translation>
    </message>
    <message>
        <source>The customer has to agree to the rules first</source>
        <translation>Zákazník musí nejdřív souhlasit s pravidly</translation>
    </message>
    <message>
        <source>Already registered: {name}</source>
        <translation>Už je registrován: {name}</translation>
    </message>
    <message>
        <source>Nobody can be their own referrer</source>
        <translation>Nikdo nemůže doporučit sám sebe</translation>
    </message>
    <message>
        <source>Nothing was changed</source>
        <translation>Nic se nezměnilo</translation>
    </message>
    <message>
        <source>The SMS was sent already, or may have been: it is not sent again</source>
        <translation>SMS už odešla, nebo mohla odejít: znovu se neposílá</translation>
    </message>
    <message>
        <source>The registration has not reached the server yet: the link comes with its answer</source>
        <translation>Registrace zatím nedošla na server: odkaz přijde s jeho odpovědí</translation>
    </message>
    <message>
        <source>The whole balance can be used</source>
        <translation>Lze uplatnit celý zůstatek</translation>
    </message>
    <message>
        <source>{points} points must stay on the account</source>
        <translation>Na účtu musí zůstat {points} bodů</translation>
    </message>
    <message>
        <source>The whole purchase can be paid with points</source>
        <translation>Body může zaplatit celý nákup</translation>
    </message>
    <message>
        <source>Up to half of the purchase</source>
        <translation>Nejvýše polovina nákupu</translation>
    </message>
    <message>
        <source>Up to {percent} of the purchase</source>
        <translation>Nejvýše {percent} nákupu</translation>
    </message>
    <message>
        <source>A small part must be paid in money</source>
        <translation>Malou část je třeba zaplatit penězi</translation>
    </message>
    <message>
        <source>Points cannot be used offline</source>
        <translation>Offline nelze body uplatnit</translation>
    </message>
    <message>
        <source>The balance is too old to use points offline</source>
        <translation>Zůstatek je na uplatnění offline příliš starý</translation>
    </message>
    <message>
        <source>Offline, points need the card to be swiped</source>
        <translation>Offline lze body uplatnit jen s kartou</translation>
    </message>
    <message>
        <source>Offline at most {points} points</source>
        <translation>Offline nejvýše {points} bodů</translation>
    </message>
    <message>
        <source>Points can be used once we know the balance. Offer it on the next visit.</source>
        <translation>Body lze uplatnit, až budeme znát zůstatek. Nabídněte to příště.</translation>
    </message>
</context>
<context>
    <name>ReaderWords</name>
    <message>
        <source>Card reader</source>
        <translation>Čtečka karet</translation>
    </message>
    <message>
        <source>Card numbers</source>
        <translation>Čísla karet</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Připojit</translation>
    </message>
    <message>
        <source>Swipe</source>
        <translation>Protáhnout</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Hotovo</translation>
    </message>
    <message>
        <source>Swipe a loyalty card</source>
        <translation>Protáhněte věrnostní kartu</translation>
    </message>
    <message>
        <source>Swipe it three times. We will find the right settings.</source>
        <translation>Protáhněte ji třikrát. Správné nastavení najdeme sami.</translation>
    </message>
    <message>
        <source>This reader works</source>
        <translation>Čtečka funguje</translation>
    </message>
    <message>
        <source>Save the settings for this till.</source>
        <translation>Uložte nastavení pro tuto pokladnu.</translation>
    </message>
    <message>
        <source>Saved for this till</source>
        <translation>Uloženo pro tuto pokladnu</translation>
    </message>
    <message>
        <source>The till uses it from now on.</source>
        <translation>Pokladna se jím od teď řídí.</translation>
    </message>
    <message>
        <source>The default settings are in use</source>
        <translation>Platí výchozí nastavení</translation>
    </message>
    <message>
        <source>They serve most readers. Swipe a card three times to fit them to yours.</source>
        <translation>Hodí se pro většinu čteček. Protáhněte kartu třikrát a přizpůsobíme ho té vaší.</translation>
    </message>
    <message numerus="yes">
        <source>%n of 3 swipes</source>
        <translation>
            <numerusform>%n ze 3 protažení</numerusform>
            <numerusform>%n ze 3 protažení</numerusform>
            <numerusform>%n ze 3 protažení</numerusform>
        </translation>
    </message>
    <message>
        <source>Test field</source>
        <translation>Zkušební pole</translation>
    </message>
    <message>
        <source>Listening</source>
        <translation>Naslouchám</translation>
    </message>
    <message>
        <source>Nothing arrived yet</source>
        <translation>Zatím nic nepřišlo</translation>
    </message>
    <message>
        <source>Not shown</source>
        <translation>Nezobrazeno</translation>
    </message>
    <message>
        <source>{n} ms</source>
        <translation>{n} ms</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Začátek</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Konec</translation>
    </message>
    <message>
        <source>Track</source>
        <translation>Stopa</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Rychlost</translation>
    </message>
    <message>
        <source>recognised</source>
        <translation>rozpoznáno</translation>
    </message>
    <message>
        <source>none</source>
        <translation>nic</translation>
    </message>
    <message>
        <source>number alone</source>
        <translation>jen číslo</translation>
    </message>
    <message>
        <source>per character</source>
        <translation>na znak</translation>
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
        <translation>Je to čtečka, ne psaní na klávesnici</translation>
    </message>
    <message numerus="yes">
        <source>%n digits in {ms} ms</source>
        <translation>
            <numerusform>%n číslice za {ms} ms</numerusform>
            <numerusform>%n číslice za {ms} ms</numerusform>
            <numerusform>%n číslic za {ms} ms</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n characters in {ms} ms</source>
        <translation>
            <numerusform>%n znak za {ms} ms</numerusform>
            <numerusform>%n znaky za {ms} ms</numerusform>
            <numerusform>%n znaků za {ms} ms</numerusform>
        </translation>
    </message>
    <message>
        <source>The digits are right</source>
        <translation>Číslice sedí</translation>
    </message>
    <message>
        <source>The digits are right on this keyboard too</source>
        <translation>Číslice sedí i na české klávesnici</translation>
    </message>
    <message>
        <source>Reader and computer agree</source>
        <translation>Čtečka a počítač si rozumějí</translation>
    </message>
    <message>
        <source>Keys are read by place, not by letter</source>
        <translation>Místo čísel nechodí znaky + ě š č</translation>
    </message>
    <message>
        <source>The reader is set to this keyboard</source>
        <translation>Čtečka je nastavena na tuto klávesnici</translation>
    </message>
    <message>
        <source>Bank cards are refused</source>
        <translation>Platební karty se odmítají</translation>
    </message>
    <message>
        <source>Checked with a test number</source>
        <translation>Ověřeno na zkušebním čísle</translation>
    </message>
    <message>
        <source>Bank cards would pass</source>
        <translation>Platební karty by prošly</translation>
    </message>
    <message>
        <source>Make the card numbers more exact</source>
        <translation>Zadejte čísla karet přesněji</translation>
    </message>
    <message>
        <source>First swipe</source>
        <translation>První protažení</translation>
    </message>
    <message>
        <source>Second swipe</source>
        <translation>Druhé protažení</translation>
    </message>
    <message>
        <source>Third swipe</source>
        <translation>Třetí protažení</translation>
    </message>
    <message>
        <source>Waiting…</source>
        <translation>Čekám…</translation>
    </message>
    <message>
        <source>All three were the same</source>
        <translation>Všechna tři byla stejná</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>Začít znovu</translation>
    </message>
    <message>
        <source>Use default</source>
        <translation>Výchozí nastavení</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Uložit</translation>
    </message>
    <message>
        <source>The settings were not saved</source>
        <translation>Nastavení se neuložilo</translation>
    </message>
    <message>
        <source>The disk did not take them. The old settings stay in use. Please try once more.</source>
        <translation>Disk ho nepřijal. Platí dál původní nastavení. Zkuste to prosím ještě jednou.</translation>
    </message>
    <message>
        <source>That was a bank card</source>
        <translation>To byla platební karta</translation>
    </message>
    <message>
        <source>That was an identity document</source>
        <translation>To byl osobní doklad</translation>
    </message>
    <message>
        <source>The reader could not read the card</source>
        <translation>Čtečka kartu nepřečetla</translation>
    </message>
    <message>
        <source>A part of the card is missing</source>
        <translation>Část karty chybí</translation>
    </message>
    <message>
        <source>Switch on Enter after the card</source>
        <translation>Zapněte Enter po kartě</translation>
    </message>
    <message>
        <source>Make the reader faster</source>
        <translation>Zrychlete čtečku</translation>
    </message>
    <message>
        <source>The number is too short</source>
        <translation>Číslo je příliš krátké</translation>
    </message>
    <message>
        <source>Switch off control characters</source>
        <translation>Vypněte řídicí znaky</translation>
    </message>
    <message>
        <source>Not the same as the swipe before</source>
        <translation>Jiné než předchozí protažení</translation>
    </message>
    <message>
        <source>Set the reader to a US keyboard</source>
        <translation>Nastavte čtečku na americkou klávesnici</translation>
    </message>
    <message>
        <source>Its number was not shown or saved. Please swipe the loyalty card instead.</source>
        <translation>Její číslo jsme nezobrazili ani neuložili. Protáhněte prosím věrnostní kartu.</translation>
    </message>
    <message>
        <source>Nothing of it was shown or saved. Please swipe the loyalty card instead.</source>
        <translation>Nic z něj jsme nezobrazili ani neuložili. Protáhněte prosím věrnostní kartu.</translation>
    </message>
    <message>
        <source>Swipe it once more, evenly. If that does not help, try another card or clean the reader.</source>
        <translation>Protáhněte ji ještě jednou, rovnoměrně. Když to nepomůže, zkuste jinou kartu nebo čtečku vyčistěte.</translation>
    </message>
    <message>
        <source>Swipe it once more, from end to end. If that does not help, clean the reader.</source>
        <translation>Protáhněte ji ještě jednou, od začátku do konce. Když to nepomůže, čtečku vyčistěte.</translation>
    </message>
    <message>
        <source>The reader sends digits only, {speed} each, and no Enter. That looks like typing. Its manual calls it suffix or terminator.</source>
        <translation>Čtečka posílá jen číslice, {speed} na znak, a žádný Enter. To vypadá jako psaní. V návodu hledejte suffix nebo terminator.</translation>
    </message>
    <message>
        <source>It needs {speed} for a character, which looks like typing. Set 20 ms or less; its manual calls it inter-character delay.</source>
        <translation>Na znak potřebuje {speed} a to vypadá jako psaní. Nastavte nejvýše 20 ms; v návodu hledejte inter-character delay.</translation>
    </message>
    <message numerus="yes">
        <source>%n characters look like typing. Let the reader send the marks ; and ? of the track.</source>
        <translation>
            <numerusform>%n znak vypadá jako psaní. Nastavte čtečku, aby posílala značky stopy ; a ?.</numerusform>
            <numerusform>%n znaky vypadají jako psaní. Nastavte čtečku, aby posílala značky stopy ; a ?.</numerusform>
            <numerusform>%n znaků vypadá jako psaní. Nastavte čtečku, aby posílala značky stopy ; a ?.</numerusform>
        </translation>
    </message>
    <message>
        <source>The reader sends keys that are no letters or digits. Switch off its function keys and Ctrl codes.</source>
        <translation>Čtečka posílá klávesy, které nejsou písmena ani číslice. Vypněte v ní funkční klávesy a kódy Ctrl.</translation>
    </message>
    <message>
        <source>Use one card for all three swipes. If it was the same card, clean the reader and start over.</source>
        <translation>Třikrát protáhněte tutéž kartu. Pokud byla stejná, vyčistěte čtečku a začněte znovu.</translation>
    </message>
    <message>
        <source>It types with Alt codes. That works, but it is slow and opens menus in other programs.</source>
        <translation>Píše pomocí kódů Alt. To funguje, ale je to pomalé a v jiných programech to otvírá nabídky.</translation>
    </message>
    <message>
        <source>Numbers of your cards</source>
        <translation>Čísla vašich karet</translation>
    </message>
    <message>
        <source>With these, no other number is taken for a customer&apos;s card, and yours are never taken for bank cards.</source>
        <translation>Jiné číslo pak pokladna nepovažuje za kartu zákazníka a vaše nikdy za platební kartu.</translation>
    </message>
    <message>
        <source>A beginning such as 2000, or a regular expression for the whole number such as 2000[0-9]+.</source>
        <translation>Začátek, například 2000, nebo regulární výraz pro celé číslo, například 2000[0-9]+.</translation>
    </message>
    <message>
        <source>Beginning or expression</source>
        <translation>Začátek nebo výraz</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Přidat</translation>
    </message>
    <message>
        <source>Remove {number}</source>
        <translation>Odebrat {number}</translation>
    </message>
    <message>
        <source>This is not a regular expression</source>
        <translation>Toto není regulární výraz</translation>
    </message>
    <message>
        <source>This could take for ever: a repetition inside a repetition</source>
        <translation>Tohle by mohlo trvat věčně: opakování v opakování</translation>
    </message>
    <message>
        <source>This is too long</source>
        <translation>Toto je příliš dlouhé</translation>
    </message>
    <message>
        <source>This is here already</source>
        <translation>Toto tu už je</translation>
    </message>
    <message>
        <source>Last card</source>
        <translation>Poslední karta</translation>
    </message>
    <message>
        <source>Swipe a card to try the numbers.</source>
        <translation>Protáhněte kartu a čísla se vyzkoušejí.</translation>
    </message>
    <message>
        <source>This card matches</source>
        <translation>Tato karta odpovídá</translation>
    </message>
    <message>
        <source>This card does not match</source>
        <translation>Tato karta neodpovídá</translation>
    </message>
    <message>
        <source>Without numbers, every card is taken</source>
        <translation>Bez čísel projde každá karta</translation>
    </message>
</context>
<context>
    <name>RegisterWords</name>
    <message>
        <source>New customer</source>
        <translation>Nový zákazník</translation>
    </message>
    <message>
        <source>The phone number is enough. The rest can wait.</source>
        <translation>Stačí telefon. Zbytek může počkat.</translation>
    </message>
    <message>
        <source>Edit customer</source>
        <translation>Upravit zákazníka</translation>
    </message>
    <message>
        <source>Only what you change is sent. The points stay as they are.</source>
        <translation>Odešle se jen to, co změníte. Body zůstanou, jak jsou.</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Jméno</translation>
    </message>
    <message>
        <source>Surname</source>
        <translation>Příjmení</translation>
    </message>
    <message>
        <source>Birthday</source>
        <translation>Narozeniny</translation>
    </message>
    <message>
        <source>Day, month, year</source>
        <translation>Den, měsíc, rok</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Promo code</source>
        <translation>Promo kód</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>nepovinné</translation>
    </message>
    <message>
        <source>1 digit differs from {name}</source>
        <translation>Liší se o 1 číslici: {name}</translation>
    </message>
    <message>
        <source>Referrer&apos;s phone</source>
        <translation>Telefon doporučitele</translation>
    </message>
    <message>
        <source>Agrees with the rules</source>
        <translation>Souhlasí s pravidly programu</translation>
    </message>
    <message>
        <source>Needed to collect points. Aloud is enough; time and till are kept.</source>
        <translation>Nutné pro sbírání bodů. Stačí ústně, uložíme čas a pokladní.</translation>
    </message>
    <message>
        <source>Wants news and offers</source>
        <translation>Chce novinky a nabídky</translation>
    </message>
    <message>
        <source>Can be changed any time in the phone card.</source>
        <translation>Lze kdykoli změnit v kartě v mobilu.</translation>
    </message>
    <message>
        <source>To give them a card, swipe it now.</source>
        <translation>Chcete-li dát kartu, teď ji protáhněte.</translation>
    </message>
    <message>
        <source>Card {card} was read</source>
        <translation>Načtena karta {card}</translation>
    </message>
    <message>
        <source>It becomes this customer&apos;s card.</source>
        <translation>Bude to karta tohoto zákazníka.</translation>
    </message>
    <message>
        <source>It takes the place of the card they have: the old one stops working.</source>
        <translation>Nahradí kartu, kterou má: ta stará přestane platit.</translation>
    </message>
    <message>
        <source>Use this card</source>
        <translation>Použít tuto kartu</translation>
    </message>
    <message>
        <source>No, leave it</source>
        <translation>Ne, nechat být</translation>
    </message>
    <message>
        <source>Card {card} goes to this customer</source>
        <translation>Karta {card} bude tohoto zákazníka</translation>
    </message>
    <message>
        <source>This card belongs to {name}</source>
        <translation>Tato karta patří: {name}</translation>
    </message>
    <message>
        <source>It stays theirs. Swipe another card.</source>
        <translation>Zůstane mu. Protáhněte jinou kartu.</translation>
    </message>
    <message>
        <source>Without the card</source>
        <translation>Bez karty</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Zrušit</translation>
    </message>
    <message>
        <source>Save and start the sale</source>
        <translation>Uložit a začít prodej</translation>
    </message>
    <message>
        <source>Save changes</source>
        <translation>Uložit změny</translation>
    </message>
    <message>
        <source>Start the sale</source>
        <translation>Začít prodej</translation>
    </message>
    <message>
        <source>Another customer</source>
        <translation>Další zákazník</translation>
    </message>
    <message>
        <source>The disk did not take it: nothing was saved. Please try once more.</source>
        <translation>Disk to nepřijal: nic se neuložilo. Zkuste to prosím znovu.</translation>
    </message>
    <message>
        <source>Card in the phone</source>
        <translation>Karta do mobilu</translation>
    </message>
    <message>
        <source>The code is here once you have saved.</source>
        <translation>Kód se tu ukáže po uložení.</translation>
    </message>
    <message>
        <source>Registering…</source>
        <translation>Registruji…</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Uloženo</translation>
    </message>
    <message>
        <source>The link follows once the shop is online.</source>
        <translation>Odkaz přijde, až bude obchod online.</translation>
    </message>
    <message>
        <source>The customer is saved and is sent by itself. The sale can start.</source>
        <translation>Zákazník je uložen a odešle se sám. Prodej může začít.</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Připraveno</translation>
    </message>
    <message>
        <source>Let the customer scan this</source>
        <translation>Nechte zákazníka načíst kód</translation>
    </message>
    <message>
        <source>It opens in the Apple or Google Wallet.</source>
        <translation>Otevře se v Peněžence Apple nebo Google.</translation>
    </message>
    <message>
        <source>Waiting for the scan…</source>
        <translation>Čekám na načtení…</translation>
    </message>
    <message>
        <source>Card added to the phone</source>
        <translation>Karta je v mobilu</translation>
    </message>
    <message>
        <source>The customer is registered. The server gave no link for a phone card.</source>
        <translation>Zákazník je registrován. Server nedal odkaz na kartu do mobilu.</translation>
    </message>
    <message>
        <source>A decision is needed</source>
        <translation>Je třeba rozhodnout</translation>
    </message>
    <message>
        <source>The sale can start. Look into Sync what has to be decided.</source>
        <translation>Prodej může začít. V Přenosech uvidíte, co rozhodnout.</translation>
    </message>
    <message>
        <source>Enlarge</source>
        <translation>Zvětšit</translation>
    </message>
    <message>
        <source>Any key or a tap closes it.</source>
        <translation>Zavře se klávesou nebo dotykem.</translation>
    </message>
    <message>
        <source>Code of the customer&apos;s wallet card</source>
        <translation>Kód karty zákazníka do mobilu</translation>
    </message>
    <message>
        <source>Send SMS</source>
        <translation>Poslat SMS</translation>
    </message>
    <message>
        <source>An SMS is paid from the shop&apos;s account, where {credit} are left.</source>
        <translation>SMS se platí z účtu obchodu, kde zbývá {credit}.</translation>
    </message>
    <message>
        <source>Send it</source>
        <translation>Poslat</translation>
    </message>
    <message>
        <source>Do not send</source>
        <translation>Neposílat</translation>
    </message>
    <message>
        <source>Your loyalty card: %link%</source>
        <translation>Vaše věrnostní karta: %link%</translation>
    </message>
    <message>
        <source>SMS sent</source>
        <translation>SMS odeslána</translation>
    </message>
    <message>
        <source>Sending the SMS…</source>
        <translation>Posílám SMS…</translation>
    </message>
    <message>
        <source>The SMS was not sent</source>
        <translation>SMS neodešla</translation>
    </message>
    <message>
        <source>The SMS may have been sent</source>
        <translation>SMS možná odešla</translation>
    </message>
    <message>
        <source>The shop&apos;s account is used up: no SMS can be sent.</source>
        <translation>Účet obchodu je vyčerpán: SMS nelze poslat.</translation>
    </message>
    <message>
        <source>No SMS can be sent now: the server does not answer.</source>
        <translation>SMS teď nelze poslat: server neodpovídá.</translation>
    </message>
</context>
<context>
    <name>SaleWords</name>
    <message>
        <source>Swipe, scan, phone or name</source>
        <translation>Karta, kód, telefon nebo jméno</translation>
    </message>
    <message>
        <source>Card, code or phone…</source>
        <translation>Karta, kód nebo telefon…</translation>
    </message>
    <message>
        <source>Find customer, swipe, scan or type</source>
        <translation>Najít zákazníka: karta, kód nebo psaní</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Smazat</translation>
    </message>
    <message>
        <source>Who is shopping?</source>
        <translation>Kdo nakupuje?</translation>
    </message>
    <message>
        <source>Start any way you like. No click needed first.</source>
        <translation>Začněte, jak chcete. Nemusíte nikam klikat.</translation>
    </message>
    <message>
        <source>Swipe the loyalty card</source>
        <translation>Protáhněte kartu</translation>
    </message>
    <message>
        <source>Scan the code in the phone</source>
        <translation>Načtěte kód z mobilu</translation>
    </message>
    <message>
        <source>Type phone, card or name</source>
        <translation>Napište telefon nebo jméno</translation>
    </message>
    <message>
        <source>Any format, last 3 digits will do</source>
        <translation>Jakkoli, stačí 3 poslední číslice</translation>
    </message>
    <message>
        <source>Reader ready</source>
        <translation>Čtečka připravena</translation>
    </message>
    <message>
        <source>Scanner ready</source>
        <translation>Skener připraven</translation>
    </message>
    <message>
        <source>Reader not connected</source>
        <translation>Čtečka není připojena</translation>
    </message>
    <message>
        <source>Just served</source>
        <translation>Právě obslouženi</translation>
    </message>
    <message>
        <source>Register new customer</source>
        <translation>Registrovat zákazníka</translation>
    </message>
    <message>
        <source>Register customer</source>
        <translation>Registrovat zákazníka</translation>
    </message>
    <message numerus="yes">
        <source>%n customers</source>
        <translation>
            <numerusform>%n zákazník</numerusform>
            <numerusform>%n zákazníci</numerusform>
            <numerusform>%n zákazníků</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking online for more…</source>
        <translation>Hledám dál online…</translation>
    </message>
    <message>
        <source>Not in the list?</source>
        <translation>Není v seznamu?</translation>
    </message>
    <message>
        <source>Register a new customer</source>
        <translation>Registrovat nového zákazníka</translation>
    </message>
    <message numerus="yes">
        <source>%n customers end in {digits}</source>
        <translation>
            <numerusform>%n zákazník má na konci {digits}</numerusform>
            <numerusform>%n zákazníci mají na konci {digits}</numerusform>
            <numerusform>%n zákazníků má na konci {digits}</numerusform>
        </translation>
    </message>
    <message>
        <source>Ask for the name, then choose.</source>
        <translation>Zeptejte se na jméno a vyberte.</translation>
    </message>
    <message>
        <source>Arrows and Enter, or type more digits</source>
        <translation>Šipky a Enter, nebo dopište další čísla</translation>
    </message>
    <message>
        <source>{name}, phone ends in {digits}, {points}</source>
        <translation>{name}, telefon končí na {digits}, {points}</translation>
    </message>
    <message>
        <source>No customer has this number</source>
        <translation>Toto číslo nikdo nemá</translation>
    </message>
    <message>
        <source>Checked on this till and online just now.</source>
        <translation>Ověřeno v pokladně i online právě teď.</translation>
    </message>
    <message>
        <source>Not on this till. We cannot look online now.</source>
        <translation>V této pokladně není. Online teď hledat nejde.</translation>
    </message>
    <message>
        <source>Register this number</source>
        <translation>Registrovat toto číslo</translation>
    </message>
    <message>
        <source>Sale on phone number only</source>
        <translation>Prodej na telefonní číslo</translation>
    </message>
    <message>
        <source>Fix the number</source>
        <translation>Opravit číslo</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>Zůstatek</translation>
    </message>
    <message numerus="yes">
        <source>points</source>
        <comment>unit</comment>
        <translation>
            <numerusform>bod</numerusform>
            <numerusform>body</numerusform>
            <numerusform>bodů</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>points</source>
        <comment>unit after a decimal number</comment>
        <translation>
            <numerusform>bodu</numerusform>
            <numerusform>bodu</numerusform>
            <numerusform>bodu</numerusform>
        </translation>
    </message>
    <message>
        <source>Bonus</source>
        <translation>Bonus</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>Sleva</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>neznáme</translation>
    </message>
    <message>
        <source>= {sum}</source>
        <translation>= {sum}</translation>
    </message>
    <message>
        <source>Card in phone</source>
        <translation>Karta v mobilu</translation>
    </message>
    <message>
        <source>In phone</source>
        <translation>V mobilu</translation>
    </message>
    <message>
        <source>No phone card</source>
        <translation>Bez karty v mobilu</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Aktuální</translation>
    </message>
    <message>
        <source>Updated now</source>
        <translation>Právě aktualizováno</translation>
    </message>
    <message>
        <source>As of {time}</source>
        <translation>Stav k {time}</translation>
    </message>
    <message>
        <source>owes {points}</source>
        <translation>dluží {points}</translation>
    </message>
    <message>
        <source>includes {points} not sent yet</source>
        <translation>z toho {points} zatím neodesláno</translation>
    </message>
    <message>
        <source>Phone ends in {digits}</source>
        <translation>Telefon končí na {digits}</translation>
    </message>
    <message>
        <source>Card ends in {digits}</source>
        <translation>Karta končí na {digits}</translation>
    </message>
    <message>
        <source>Loyalty card</source>
        <translation>Věrnostní karta</translation>
    </message>
    <message>
        <source>Balance {balance}, {freshness}</source>
        <translation>Zůstatek {balance}, {freshness}</translation>
    </message>
    <message>
        <source>Birthday today</source>
        <translation>Dnes má narozeniny</translation>
    </message>
    <message numerus="yes">
        <source>Birthday in %n days</source>
        <translation>
            <numerusform>Narozeniny za %n den</numerusform>
            <numerusform>Narozeniny za %n dny</numerusform>
            <numerusform>Narozeniny za %n dní</numerusform>
        </translation>
    </message>
    <message>
        <source>{date} · offer a treat</source>
        <translation>{date} · nabídněte dárek</translation>
    </message>
    <message>
        <source>Last visit {date}</source>
        <translation>Poslední návštěva {date}</translation>
    </message>
    <message>
        <source>Purchase today {time}</source>
        <translation>Nákup dnes {time}</translation>
    </message>
    <message numerus="yes">
        <source>{sum} · %n visits this year</source>
        <translation>
            <numerusform>{sum} · %n návštěva letos</numerusform>
            <numerusform>{sum} · %n návštěvy letos</numerusform>
            <numerusform>{sum} · %n návštěv letos</numerusform>
        </translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historie</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Zpráva</translation>
    </message>
    <message>
        <source>Close the customer</source>
        <translation>Zavřít zákazníka</translation>
    </message>
    <message>
        <source>Change to {name}? The amount stays.</source>
        <translation>Přejít na zákazníka {name}? Částka zůstane.</translation>
    </message>
    <message>
        <source>You are offline</source>
        <translation>Jste offline</translation>
    </message>
    <message>
        <source>Sales are saved and sent later.</source>
        <translation>Prodej se uloží a odešle sám.</translation>
    </message>
    <message>
        <source>Unknown card</source>
        <translation>Neznámá karta</translation>
    </message>
    <message>
        <source>You can still record the sale</source>
        <translation>Prodej můžete uložit</translation>
    </message>
    <message>
        <source>We will find the customer and add the points once the internet is back.</source>
        <translation>Jakmile bude internet, zákazníka najdeme a body připíšeme.</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>nepovinné</translation>
    </message>
    <message>
        <source>Helps if the card is not in the system yet.</source>
        <translation>Pomůže, kdyby karta ještě nebyla v systému.</translation>
    </message>
    <message>
        <source>Not possible offline</source>
        <translation>Offline nejde</translation>
    </message>
    <message>
        <source>Redeem points (we do not know the balance)</source>
        <translation>Uplatnit body (neznáme zůstatek)</translation>
    </message>
    <message>
        <source>Personal discount (we do not know the rate)</source>
        <translation>Osobní slevu (neznáme výši)</translation>
    </message>
    <message>
        <source>That was a bank card</source>
        <translation>To byla platební karta</translation>
    </message>
    <message>
        <source>Its number was not shown or saved. Please swipe the loyalty card instead.</source>
        <translation>Její číslo jsme nezobrazili ani neuložili. Protáhněte prosím věrnostní kartu.</translation>
    </message>
    <message>
        <source>Payment cards are spotted at the reader and dropped at once.</source>
        <translation>Platební karty poznáme už při čtení a ihned zahodíme.</translation>
    </message>
    <message>
        <source>Waiting for the next swipe…</source>
        <translation>Čekám na další kartu…</translation>
    </message>
    <message>
        <source>Find by phone</source>
        <translation>Najít podle telefonu</translation>
    </message>
    <message>
        <source>The card did not read well. Please swipe it once more.</source>
        <translation>Karta se nenačetla dobře. Protáhněte ji ještě jednou.</translation>
    </message>
    <message>
        <source>This code is not a loyalty card.</source>
        <translation>Tento kód není věrnostní karta.</translation>
    </message>
    <message>
        <source>This card is blocked. Ask for another card or phone.</source>
        <translation>Karta je blokovaná. Požádejte o jinou kartu nebo telefon.</translation>
    </message>
</context>
<context>
    <name>SetupWords</name>
    <message>
        <source>Set up this till</source>
        <translation>Nastavte tuto pokladnu</translation>
    </message>
    <message>
        <source>About five minutes. You can stop and continue later.</source>
        <translation>Asi pět minut. Můžete přestat a pokračovat později.</translation>
    </message>
    <message>
        <source>Step {number} of {count}</source>
        <translation>Krok {number} z {count}</translation>
    </message>
    <message>
        <source>Language and shop</source>
        <translation>Jazyk a obchod</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Připojení</translation>
    </message>
    <message>
        <source>Balances</source>
        <translation>Zůstatky</translation>
    </message>
    <message>
        <source>Programme</source>
        <translation>Program</translation>
    </message>
    <message>
        <source>Card reader</source>
        <translation>Čtečka karet</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Tiskárna</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>Zkouška</translation>
    </message>
    <message>
        <source>Names, country, money</source>
        <translation>Názvy, země, měna</translation>
    </message>
    <message>
        <source>Where your customers live</source>
        <translation>Kde jsou vaši zákazníci</translation>
    </message>
    <message>
        <source>Who else changes them</source>
        <translation>Kdo další je mění</translation>
    </message>
    <message>
        <source>What points are worth</source>
        <translation>Jakou mají body hodnotu</translation>
    </message>
    <message>
        <source>One minute, with a test</source>
        <translation>Minuta i s vyzkoušením</translation>
    </message>
    <message>
        <source>Can be skipped</source>
        <translation>Lze přeskočit</translation>
    </message>
    <message>
        <source>A sale that does not count</source>
        <translation>Prodej, který se nepočítá</translation>
    </message>
    <message>
        <source>Connect to your loyalty programme</source>
        <translation>Připojte svůj věrnostní program</translation>
    </message>
    <message>
        <source>Does anything else change balances?</source>
        <translation>Mění zůstatky ještě něco jiného?</translation>
    </message>
    <message>
        <source>Your programme</source>
        <translation>Váš program</translation>
    </message>
    <message>
        <source>Printer for slips</source>
        <translation>Tiskárna stvrzenek</translation>
    </message>
    <message>
        <source>A first sale for practice</source>
        <translation>První prodej na zkoušku</translation>
    </message>
    <message>
        <source>The names stand at the top of the till and on every slip.</source>
        <translation>Názvy jsou nahoře v pokladně a na každé stvrzence.</translation>
    </message>
    <message>
        <source>Copy the key from your PassQuare account page, or scan it from there.</source>
        <translation>Klíč zkopírujte ze stránky svého účtu PassQuare, nebo ho odtud načtěte.</translation>
    </message>
    <message>
        <source>This decides how points are sent, so that none is lost and none counts twice.</source>
        <translation>Podle toho se body odesílají tak, aby se žádné neztratily ani nepřičetly dvakrát.</translation>
    </message>
    <message>
        <source>How points may be used. Bonus and discount come with each customer.</source>
        <translation>Jak lze body uplatnit. Bonus a slevu má každý zákazník svou.</translation>
    </message>
    <message>
        <source>Swipe any card of yours three times. Without a reader go on.</source>
        <translation>Protáhněte svou kartu třikrát. Bez čtečky pokračujte dál.</translation>
    </message>
    <message>
        <source>Choose how it is connected, and print a test page. Without a printer go on.</source>
        <translation>Vyberte, jak je připojena, a vytiskněte zkušební stránku. Bez tiskárny pokračujte dál.</translation>
    </message>
    <message>
        <source>Against a make-believe server, with made-up customers. Nothing of it is sent or kept.</source>
        <translation>Na cvičném serveru se smyšlenými zákazníky. Nic se neodešle ani neuloží.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zpět</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Pokračovat</translation>
    </message>
    <message>
        <source>Finish and open the till</source>
        <translation>Dokončit a otevřít pokladnu</translation>
    </message>
    <message>
        <source>Practise a sale</source>
        <translation>Vyzkoušet prodej</translation>
    </message>
    <message>
        <source>Work offline for now</source>
        <translation>Zatím pracovat offline</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Jazyk</translation>
    </message>
    <message>
        <source>Name of the shop</source>
        <translation>Název obchodu</translation>
    </message>
    <message>
        <source>Name of this till</source>
        <translation>Název této pokladny</translation>
    </message>
    <message>
        <source>Riverside Café</source>
        <translation>Kavárna Letná</translation>
    </message>
    <message>
        <source>Till 2</source>
        <translation>Pokladna 2</translation>
    </message>
    <message>
        <source>Country of the phone numbers</source>
        <translation>Země telefonních čísel</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Měna</translation>
    </message>
    <message>
        <source>Please give it a name</source>
        <translation>Doplňte prosím název</translation>
    </message>
    <message>
        <source>Programme address</source>
        <translation>Adresa programu</translation>
    </message>
    <message>
        <source>Till key (app_key)</source>
        <translation>Klíč pokladny (app_key)</translation>
    </message>
    <message>
        <source>Please enter the key</source>
        <translation>Zadejte prosím klíč</translation>
    </message>
    <message>
        <source>The key goes to the system keyring of this computer, never to a file. It is not shown again.</source>
        <translation>Klíč uložíme do systémové klíčenky počítače, nikdy do souboru. Znovu se už nezobrazí.</translation>
    </message>
    <message>
        <source>This computer has no keyring: the key is kept nowhere, and asked for at each start of the till.</source>
        <translation>Tento počítač nemá klíčenku: klíč se nikam neuloží a pokladna se na něj zeptá při každém spuštění.</translation>
    </message>
    <message>
        <source>Server answers</source>
        <translation>Server odpovídá</translation>
    </message>
    <message>
        <source>Key accepted</source>
        <translation>Klíč přijat</translation>
    </message>
    <message>
        <source>Enter the key first</source>
        <translation>Nejdřív zadejte klíč</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>Ptáme se…</translation>
    </message>
    <message>
        <source>{host}, {n} ms</source>
        <translation>{host}, {n} ms</translation>
    </message>
    <message>
        <source>{account} · prepaid balance {balance}</source>
        <translation>{account} · předplaceno {balance}</translation>
    </message>
    <message>
        <source>fine</source>
        <translation>v pořádku</translation>
    </message>
    <message>
        <source>not right yet</source>
        <translation>zatím ne</translation>
    </message>
    <message>
        <source>This is not an address that begins with https://</source>
        <translation>Toto není adresa, která začíná https://</translation>
    </message>
    <message>
        <source>The server does not accept this key. Please copy it once more.</source>
        <translation>Server tento klíč nepřijal. Zkopírujte ho prosím znovu.</translation>
    </message>
    <message>
        <source>The server asks to wait a little. Please try again in a minute.</source>
        <translation>Server žádá o chvíli strpení. Zkuste to prosím za minutu.</translation>
    </message>
    <message>
        <source>The server cannot be reached now. Is the internet there, and the address right?</source>
        <translation>Server teď není dostupný. Jde internet a je adresa správně?</translation>
    </message>
    <message>
        <source>The keyring of this computer does not take the key: it may be locked. Please unlock it.</source>
        <translation>Klíčenka počítače klíč nepřijala: může být zamčená. Odemkněte ji prosím.</translation>
    </message>
    <message>
        <source>The answers could not be written to the disk. Please look at the disk and try again.</source>
        <translation>Odpovědi se nepodařilo zapsat na disk. Zkontrolujte prosím disk a zkuste to znovu.</translation>
    </message>
    <message>
        <source>What answers at this address is not the expected server.</source>
        <translation>Na této adrese neodpovídá očekávaný server.</translation>
    </message>
    <message>
        <source>No, only this till</source>
        <translation>Ne, jen tato pokladna</translation>
    </message>
    <message>
        <source>One till, and nobody edits points in the dashboard.</source>
        <translation>Jediná pokladna a nikdo neupravuje body v administraci.</translation>
    </message>
    <message>
        <source>Somebody edits them by hand now and then</source>
        <translation>Někdo je občas upraví ručně</translation>
    </message>
    <message>
        <source>One till, and the dashboard. An edit in the very second of a sale can be lost.</source>
        <translation>Pokladna a administrace. Úprava přesně ve chvíli prodeje se může ztratit.</translation>
    </message>
    <message>
        <source>Our own CRM keeps the balances</source>
        <translation>Zůstatky vede naše vlastní CRM</translation>
    </message>
    <message>
        <source>Any number of tills. Points are added there, each sale once.</source>
        <translation>Libovolný počet pokladen. Body se přičítají tam, každý prodej jednou.</translation>
    </message>
    <message>
        <source>Address of the CRM</source>
        <translation>Adresa CRM</translation>
    </message>
    <message>
        <source>Key of the CRM (crm_key)</source>
        <translation>Klíč CRM (crm_key)</translation>
    </message>
    <message>
        <source>User at the CRM</source>
        <translation>Uživatel v CRM</translation>
    </message>
    <message>
        <source>Password at the CRM</source>
        <translation>Heslo do CRM</translation>
    </message>
    <message>
        <source>The CRM asks for a user and a password</source>
        <translation>CRM chce uživatele a heslo</translation>
    </message>
    <message>
        <source>Try it on a test customer (may be left out)</source>
        <translation>Vyzkoušejte na zkušebním zákazníkovi (nepovinné)</translation>
    </message>
    <message>
        <source>0.01 points are added, looked at and taken back.</source>
        <translation>Přičte se 0,01 bodu, zkontroluje a zase odečte.</translation>
    </message>
    <message>
        <source>Phone of a test customer</source>
        <translation>Telefon zkušebního zákazníka</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Vyzkoušet</translation>
    </message>
    <message>
        <source>A sale that is sent twice counts once there. Nothing more to do.</source>
        <translation>Prodej odeslaný dvakrát se tam započte jednou. Víc není třeba.</translation>
    </message>
    <message>
        <source>A sale that is sent twice would count twice there: the till looks before it repeats anything.</source>
        <translation>Prodej odeslaný dvakrát by se tam započetl dvakrát: pokladna se před opakováním vždy podívá.</translation>
    </message>
    <message>
        <source>The balance is written as it should be, and nothing else changes.</source>
        <translation>Zůstatek se zapisuje, jak má, a nic jiného se nemění.</translation>
    </message>
    <message>
        <source>That did not go as it should. Please show this to whoever keeps the server:</source>
        <translation>To neproběhlo, jak mělo. Ukažte to prosím správci serveru:</translation>
    </message>
    <message>
        <source>One point is worth</source>
        <translation>Jeden bod má hodnotu</translation>
    </message>
    <message>
        <source>Points may pay at most, of a purchase</source>
        <translation>Body smí zaplatit nejvýše z nákupu</translation>
    </message>
    <message>
        <source>Points last, in days (empty: for ever)</source>
        <translation>Body platí dní (prázdné: navždy)</translation>
    </message>
    <message>
        <source>Ask once more above</source>
        <translation>Zeptat se znovu nad</translation>
    </message>
    <message>
        <source>Points without internet</source>
        <translation>Body bez internetu</translation>
    </message>
    <message>
        <source>At most so many for each customer whose card was read, with a balance of the last 24 hours.</source>
        <translation>Nejvýše tolik pro zákazníka, jehož karta byla načtena a jehož zůstatek není starší než 24 hodin.</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Vypnuto</translation>
    </message>
    <message>
        <source>Up to {points}</source>
        <translation>Nejvýše {points}</translation>
    </message>
    <message>
        <source>Points that are earned are rounded down to two decimal places.</source>
        <translation>Získané body se zaokrouhlují dolů na dvě desetinná místa.</translation>
    </message>
    <message>
        <source>This number does not make sense here</source>
        <translation>Toto číslo tady nedává smysl</translation>
    </message>
    <message>
        <source>These customers are there to try:</source>
        <translation>Vyzkoušet můžete tyto zákazníky:</translation>
    </message>
    <message>
        <source>Type the number, Enter, an amount, Enter. Or swipe: nothing has to be clicked first.</source>
        <translation>Napište číslo, Enter, částku, Enter. Nebo protáhněte kartu: nikam klikat nemusíte.</translation>
    </message>
    <message>
        <source>The till is ready</source>
        <translation>Pokladna je připravena</translation>
    </message>
    <message>
        <source>Everything can be changed later in Settings.</source>
        <translation>Všechno lze později změnit v Nastavení.</translation>
    </message>
    <message>
        <source>The server was not asked yet: sales are saved, and sent once it has accepted the key.</source>
        <translation>Serveru jsme se zatím nezeptali: prodeje se uloží a odešlou, až klíč přijme.</translation>
    </message>
    <message>
        <source>It could not be kept</source>
        <translation>Nepodařilo se to uložit</translation>
    </message>
</context>
<context>
    <name>ShellWords</name>
    <message>
        <source>Sale</source>
        <translation>Prodej</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Deník</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Přenosy</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Nastavení</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Zámek</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>Slow</source>
        <translation>Pomalé</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Připojuji…</translation>
    </message>
    <message>
        <source>All sent</source>
        <translation>Vše odesláno</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n čeká</numerusform>
            <numerusform>%n čekají</numerusform>
            <numerusform>%n čeká</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need attention</source>
        <translation>
            <numerusform>%n k vyřešení</numerusform>
            <numerusform>%n k vyřešení</numerusform>
            <numerusform>%n k vyřešení</numerusform>
        </translation>
    </message>
    <message>
        <source>Sending is stopped</source>
        <translation>Odesílání stojí</translation>
    </message>
    <message>
        <source>Sending is stopped, open sync centre</source>
        <translation>Odesílání stojí, otevřít přenosy</translation>
    </message>
    <message numerus="yes">
        <source>%n sales waiting, open sync centre</source>
        <translation>
            <numerusform>%n prodej čeká, otevřít přenosy</numerusform>
            <numerusform>%n prodeje čekají, otevřít přenosy</numerusform>
            <numerusform>%n prodejů čeká, otevřít přenosy</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sales need attention, open sync centre</source>
        <translation>
            <numerusform>%n prodej k vyřešení, otevřít přenosy</numerusform>
            <numerusform>%n prodeje k vyřešení, otevřít přenosy</numerusform>
            <numerusform>%n prodejů k vyřešení, otevřít přenosy</numerusform>
        </translation>
    </message>
    <message>
        <source>All sales sent, open sync centre</source>
        <translation>Všechny prodeje odeslány, otevřít přenosy</translation>
    </message>
    <message>
        <source>Account {sum}</source>
        <translation>Účet {sum}</translation>
    </message>
    <message>
        <source>{words}, open sync centre</source>
        <translation>{words}, otevřít přenosy</translation>
    </message>
    <message>
        <source>Account low: {sum}</source>
        <translation>Na účtu zbývá {sum}</translation>
    </message>
    <message>
        <source>Account refused</source>
        <translation>Účet odmítnut</translation>
    </message>
    <message>
        <source>Sales are saved here, but points wait until the key is accepted again.</source>
        <translation>Prodeje se ukládají tady, body počkají, až bude klíč znovu platit.</translation>
    </message>
    <message>
        <source>Account not known</source>
        <translation>Stav účtu neznáme</translation>
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
        <translation>Stornováno</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>Vrácení</translation>
    </message>
    <message>
        <source>Receipt {number}</source>
        <translation>Účtenka {number}</translation>
    </message>
    <message>
        <source>Sale {number}</source>
        <translation>Prodej {number}</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Karta</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Points used ({points})</source>
        <translation>Uplatněné body ({points})</translation>
    </message>
    <message>
        <source>Thank you. See you soon.</source>
        <translation>Děkujeme a těšíme se na vás.</translation>
    </message>
    <message>
        <source>Points slip, not a tax receipt</source>
        <translation>Bodový lístek, není daňový doklad</translation>
    </message>
    <message>
        <source>Loyalty card for your phone</source>
        <translation>Věrnostní karta do mobilu</translation>
    </message>
    <message>
        <source>Points slip {number}</source>
        <translation>Bodový lístek {number}</translation>
    </message>
    <message>
        <source>Test page</source>
        <translation>Zkušební tisk</translation>
    </message>
    <message>
        <source>Letters that are often missing:</source>
        <translation>Písmena, která často chybí:</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Vytisknout</translation>
    </message>
    <message>
        <source>Points slip</source>
        <translation>Bodový lístek</translation>
    </message>
    <message>
        <source>Print slip</source>
        <translation>Vytisknout</translation>
    </message>
    <message>
        <source>Printing…</source>
        <translation>Tisknu…</translation>
    </message>
    <message>
        <source>Slip printed</source>
        <translation>Lístek je vytištěn</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Zkusit znovu</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Uložit jako PDF</translation>
    </message>
    <message>
        <source>{name} is in {folder}</source>
        <translation>{name} je ve složce {folder}</translation>
    </message>
    <message>
        <source>The file was not saved: the disk did not take it.</source>
        <translation>Soubor se neuložil: disk ho nepřijal.</translation>
    </message>
    <message>
        <source>No printer is set up</source>
        <translation>Není nastavena tiskárna</translation>
    </message>
    <message>
        <source>Settings, Printer</source>
        <translation>Nastavení, Tiskárna</translation>
    </message>
    <message>
        <source>The sale is saved.</source>
        <translation>Prodej je uložen.</translation>
    </message>
    <message>
        <source>The slip may be printed in part.</source>
        <translation>Lístek se mohl vytisknout jen zčásti.</translation>
    </message>
    <message>
        <source>Printer does not answer</source>
        <translation>Tiskárna neodpovídá</translation>
    </message>
    <message>
        <source>Printer has no paper</source>
        <translation>V tiskárně není papír</translation>
    </message>
    <message>
        <source>Printer&apos;s cover is open</source>
        <translation>Tiskárna má otevřený kryt</translation>
    </message>
    <message>
        <source>Printer has stopped</source>
        <translation>Tiskárna se zastavila</translation>
    </message>
    <message>
        <source>This user may not use the printer</source>
        <translation>Tento uživatel nesmí tisknout</translation>
    </message>
    <message>
        <source>The system&apos;s library for USB (libusb) is missing</source>
        <translation>V systému chybí knihovna pro USB (libusb)</translation>
    </message>
    <message>
        <source>This printer cannot be reached</source>
        <translation>Na tuto tiskárnu se odsud nedá tisknout</translation>
    </message>
    <message>
        <source>Too many slips wait for the printer</source>
        <translation>Na tiskárnu čeká příliš mnoho lístků</translation>
    </message>
</context>
<context>
    <name>SyncWords</name>
    <message>
        <source>Sent</source>
        <translation>Odesláno</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Čeká</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>K vyřešení</translation>
    </message>
    <message>
        <source>Voided</source>
        <translation>Stornováno</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>Vráceno</translation>
    </message>
    <message>
        <source>Not enough points any more</source>
        <translation>Body už nestačily</translation>
    </message>
    <message numerus="yes">
        <source>%n points were used here while the till was offline,</source>
        <translation>
            <numerusform>Offline se tu uplatnil %n bod,</numerusform>
            <numerusform>Offline se tu uplatnily %n body,</numerusform>
            <numerusform>Offline se tu uplatnilo %n bodů,</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>but only %n were left.</source>
        <translation>
            <numerusform>zbýval ale jen %n.</numerusform>
            <numerusform>zbývaly jich ale jen %n.</numerusform>
            <numerusform>zbývalo jich ale jen %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is lost. Choose what to do with the missing {n}.</source>
        <translation>Nic se neztratilo. Vyberte, co s chybějícími {n}.</translation>
    </message>
    <message>
        <source>Void sale</source>
        <translation>Storno</translation>
    </message>
    <message>
        <source>This card belongs to nobody yet</source>
        <translation>Tato karta zatím nikomu nepatří</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Registrovat</translation>
    </message>
    <message>
        <source>Choose customer</source>
        <translation>Vybrat zákazníka</translation>
    </message>
    <message>
        <source>Keep without card</source>
        <translation>Ponechat bez karty</translation>
    </message>
    <message>
        <source>The server already has this sale. Nothing to do.</source>
        <translation>Server tento prodej už má. Není třeba nic dělat.</translation>
    </message>
    <message>
        <source>The till key no longer works. Enter a new one in Settings.</source>
        <translation>Klíč pokladny už neplatí. Zadejte nový v Nastavení.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is wrong by {n} min. Please correct it.</source>
        <translation>Hodiny počítače jdou o {n} min špatně. Opravte je.</translation>
    </message>
    <message>
        <source>Waiting, will send by itself</source>
        <translation>Čeká, odešle se samo</translation>
    </message>
    <message>
        <source>next try in {n} s</source>
        <translation>další pokus za {n} s</translation>
    </message>
    <message>
        <source>Printer does not answer. The sale is saved.</source>
        <translation>Tiskárna neodpovídá. Prodej je uložen.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Zkusit znovu</translation>
    </message>
    <message>
        <source>The key goes to the system keyring of this computer, never to a file.</source>
        <translation>Klíč uložíme do systémové klíčenky počítače, nikdy do souboru.</translation>
    </message>
</context>
<context>
    <name>ToldWords</name>
    <message>
        <source>New customer</source>
        <translation>Nový zákazník</translation>
    </message>
    <message>
        <source>Changed data</source>
        <translation>Změna údajů</translation>
    </message>
    <message>
        <source>The customer could not be registered</source>
        <translation>Zákazníka nešlo zaregistrovat</translation>
    </message>
    <message>
        <source>The customer&apos;s data could not be changed</source>
        <translation>Údaje zákazníka nešlo změnit</translation>
    </message>
    <message>
        <source>The server has other data of whoever has this phone. Ask the customer which of them counts.</source>
        <translation>Server má u tohoto čísla jiné údaje. Zeptejte se zákazníka, které platí.</translation>
    </message>
    <message>
        <source>It was sent, and then refused: it may have arrived the first time. Look at the customer before you decide.</source>
        <translation>Bylo to odesláno a pak odmítnuto: napoprvé to mohlo dojít. Než se rozhodnete, podívejte se na zákazníka.</translation>
    </message>
    <message>
        <source>What was typed here counts</source>
        <translation>Platí, co je napsáno tady</translation>
    </message>
    <message>
        <source>Keep what the server has</source>
        <translation>Nechat, co má server</translation>
    </message>
    <message>
        <source>What was typed here is sent, and takes the place of what the server has. The points stay.</source>
        <translation>Odešle se, co je napsáno tady, a nahradí to údaje na serveru. Body zůstanou.</translation>
    </message>
    <message>
        <source>Nothing more is sent: the server&apos;s data stays as it is.</source>
        <translation>Nic dalšího se neposílá: údaje na serveru zůstanou.</translation>
    </message>
    <message>
        <source>It is not sent any more. This cannot be undone.</source>
        <translation>Už se to neodešle. Nejde to vrátit.</translation>
    </message>
</context>
<context>
    <name>TrainingWords</name>
    <message>
        <source>Training</source>
        <translation>Cvičení</translation>
    </message>
    <message>
        <source>Made-up customers, a server inside this program: nothing is sent, nothing counts.</source>
        <translation>Smyšlení zákazníci, server uvnitř programu: nic se neodesílá, nic se nepočítá.</translation>
    </message>
    <message>
        <source>Cards and ledger</source>
        <translation>Karty a účet</translation>
    </message>
    <message>
        <source>Swipe a card</source>
        <translation>Protáhnout kartu</translation>
    </message>
    <message>
        <source>Swipe the card of {name}</source>
        <translation>Protáhnout kartu: {name}</translation>
    </message>
    <message>
        <source>Real key strokes, as a reader types them.</source>
        <translation>Skutečné stisky kláves, jak je píše čtečka.</translation>
    </message>
    <message>
        <source>Internet</source>
        <translation>Internet</translation>
    </message>
    <message>
        <source>Pull the plug</source>
        <translation>Odpojit</translation>
    </message>
    <message>
        <source>Plug in again</source>
        <translation>Znovu připojit</translation>
    </message>
    <message>
        <source>Connected. Pull the plug and go on selling.</source>
        <translation>Připojeno. Odpojte a prodávejte dál.</translation>
    </message>
    <message>
        <source>Unplugged. Sales are saved; plug in again and watch each arrive once.</source>
        <translation>Odpojeno. Prodeje se ukládají; po připojení dorazí každý právě jednou.</translation>
    </message>
    <message>
        <source>The server&apos;s ledger</source>
        <translation>Účet na serveru</translation>
    </message>
    <message numerus="yes">
        <source>%n entries, each once</source>
        <translation>
            <numerusform>%n zápis, každý jednou</numerusform>
            <numerusform>%n zápisy, každý jednou</numerusform>
            <numerusform>%n zápisů, každý jednou</numerusform>
        </translation>
    </message>
    <message>
        <source>Start training</source>
        <translation>Začít cvičení</translation>
    </message>
    <message>
        <source>A second window with made-up customers, for new cashiers. The real till goes on beside it.</source>
        <translation>Druhé okno se smyšlenými zákazníky pro nové pokladní. Skutečná pokladna běží dál.</translation>
    </message>
</context>
<context>
    <name>TroubleWords</name>
    <message>
        <source>The till&apos;s data is damaged</source>
        <translation>Data pokladny jsou poškozená</translation>
    </message>
    <message>
        <source>The till&apos;s data is not what it was</source>
        <translation>Data pokladny nejsou taková, jaká byla</translation>
    </message>
    <message>
        <source>Nothing of the till&apos;s data can be read</source>
        <translation>Z dat pokladny se nedá nic přečíst</translation>
    </message>
    <message>
        <source>This data is from a newer version</source>
        <translation>Data jsou z novější verze</translation>
    </message>
    <message>
        <source>Another program is using the till&apos;s data</source>
        <translation>Data pokladny používá jiný program</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>Disk je plný</translation>
    </message>
    <message>
        <source>The disk does not work as it should</source>
        <translation>Disk nefunguje, jak má</translation>
    </message>
    <message>
        <source>This till is not set up yet</source>
        <translation>Pokladna ještě není nastavená</translation>
    </message>
    <message>
        <source>Something in the set-up is wrong</source>
        <translation>V nastavení je chyba</translation>
    </message>
    <message>
        <source>The till has no key</source>
        <translation>Pokladna nemá klíč</translation>
    </message>
    <message>
        <source>The till cannot be opened</source>
        <translation>Pokladnu nelze otevřít</translation>
    </message>
    <message>
        <source>The file with the sales cannot be read any more. Every sale is on the till&apos;s roll as well.</source>
        <translation>Soubor s prodeji už nejde přečíst. Každý prodej je ale i na kontrolní pásce pokladny.</translation>
    </message>
    <message>
        <source>The file with the sales is empty, old or another one: the till&apos;s roll knows of more sales.</source>
        <translation>Soubor s prodeji je prázdný, starý nebo jiný: kontrolní páska pokladny ví o dalších prodejích.</translation>
    </message>
    <message>
        <source>Neither the file with the sales nor the till&apos;s roll. Please call for help before anything else.</source>
        <translation>Ani soubor s prodeji, ani páska pokladny. Než uděláte cokoli dalšího, zavolejte prosím pomoc.</translation>
    </message>
    <message>
        <source>This program must not touch it. Nothing was changed: please update the program.</source>
        <translation>Tento program na ně nesmí sahat. Nic se nezměnilo: aktualizujte prosím program.</translation>
    </message>
    <message>
        <source>It may be a second till, a backup or a virus scanner. Nothing is lost: please try again.</source>
        <translation>Může to být druhá pokladna, zálohování nebo antivirus. Nic se neztratilo: zkuste to prosím znovu.</translation>
    </message>
    <message>
        <source>No sale could be saved. Please make room on the disk and try again. Nothing is lost.</source>
        <translation>Žádný prodej by se neuložil. Uvolněte prosím místo na disku a zkuste to znovu. Nic se neztratilo.</translation>
    </message>
    <message>
        <source>The till&apos;s files cannot be read or written now. Nothing was changed.</source>
        <translation>Soubory pokladny teď nejde číst ani zapisovat. Nic se nezměnilo.</translation>
    </message>
    <message>
        <source>Please run the set-up on this computer first.</source>
        <translation>Nejdřív prosím na tomto počítači spusťte nastavení.</translation>
    </message>
    <message>
        <source>Please correct it, then try again. The sales are safe.</source>
        <translation>Opravte ji prosím a zkuste to znovu. Prodeje jsou v bezpečí.</translation>
    </message>
    <message>
        <source>The key is not where it should be. The sales are safe.</source>
        <translation>Klíč není tam, kde má být. Prodeje jsou v bezpečí.</translation>
    </message>
    <message>
        <source>The sales on the disk are safe.</source>
        <translation>Prodeje na disku jsou v bezpečí.</translation>
    </message>
    <message numerus="yes">
        <source>%n entries in it wait to be sent. They are safe, and the newer program sends them.</source>
        <translation>
            <numerusform>Čeká v nich na odeslání %n záznam. Je v bezpečí a novější program ho odešle.</numerusform>
            <numerusform>Čekají v nich na odeslání %n záznamy. Jsou v bezpečí a novější program je odešle.</numerusform>
            <numerusform>Čeká v nich na odeslání %n záznamů. Jsou v bezpečí a novější program je odešle.</numerusform>
        </translation>
    </message>
    <message>
        <source>The data is rebuilt from the roll.</source>
        <translation>Data se znovu sestaví z kontrolní pásky.</translation>
    </message>
    <message>
        <source>Nothing is deleted: the old files are kept beside the new ones.</source>
        <translation>Nic se nemaže: staré soubory zůstanou vedle nových.</translation>
    </message>
    <message>
        <source>What is not proved to have arrived is asked about again. Nothing is sent twice.</source>
        <translation>Na vše, u čeho není jisté, že dorazilo, se pokladna zeptá znovu. Nic se neodešle dvakrát.</translation>
    </message>
    <message>
        <source>Recover now</source>
        <translation>Obnovit teď</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Zkusit znovu</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Zavřít</translation>
    </message>
    <message>
        <source>Open the till</source>
        <translation>Otevřít pokladnu</translation>
    </message>
    <message>
        <source>The data is being rebuilt</source>
        <translation>Data se obnovují</translation>
    </message>
    <message numerus="yes">
        <source>Reading the roll: %n lines</source>
        <translation>
            <numerusform>Čtení kontrolní pásky: %n řádek</numerusform>
            <numerusform>Čtení kontrolní pásky: %n řádky</numerusform>
            <numerusform>Čtení kontrolní pásky: %n řádků</numerusform>
        </translation>
    </message>
    <message>
        <source>Checking what was rebuilt</source>
        <translation>Kontrola obnovených dat</translation>
    </message>
    <message>
        <source>Putting it in its place</source>
        <translation>Ukládání na místo</translation>
    </message>
    <message>
        <source>If there is a copy of the data, put it back and try again.</source>
        <translation>Existuje-li kopie dat, vraťte ji zpět a zkuste to znovu.</translation>
    </message>
    <message>
        <source>Begin with an empty queue…</source>
        <translation>Začít s prázdnou frontou…</translation>
    </message>
    <message>
        <source>Begin with an empty queue</source>
        <translation>Začít s prázdnou frontou</translation>
    </message>
    <message>
        <source>Points that had not arrived when the data was damaged will not be sent. Sales go on at once.</source>
        <translation>Body, které při poškození dat ještě nedorazily, se už neodešlou. Prodávat můžete hned.</translation>
    </message>
    <message>
        <source>Nothing is deleted: the damaged files are moved into a folder beside.</source>
        <translation>Nic se nemaže: poškozené soubory se přesunou do složky vedle.</translation>
    </message>
    <message>
        <source>Who decided it, and why, is kept for ever.</source>
        <translation>Kdo a proč to rozhodl, zůstane navždy zapsáno.</translation>
    </message>
    <message>
        <source>Begin empty</source>
        <translation>Začít s prázdnou</translation>
    </message>
    <message>
        <source>The damaged files are put aside</source>
        <translation>Poškozené soubory se odkládají</translation>
    </message>
    <message>
        <source>The till begins with an empty queue</source>
        <translation>Pokladna začíná s prázdnou frontou</translation>
    </message>
    <message>
        <source>The data was rebuilt</source>
        <translation>Data jsou obnovená</translation>
    </message>
    <message numerus="yes">
        <source>%n sales are there.</source>
        <translation>
            <numerusform>Je tu %n prodej.</numerusform>
            <numerusform>Jsou tu %n prodeje.</numerusform>
            <numerusform>Je tu %n prodejů.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries wait: each is compared with the server before anything is sent.</source>
        <translation>
            <numerusform>%n položka čeká: než se něco odešle, porovná se se serverem.</numerusform>
            <numerusform>%n položky čekají: než se něco odešle, každá se porovná se serverem.</numerusform>
            <numerusform>%n položek čeká: než se něco odešle, každá se porovná se serverem.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n old files were kept.</source>
        <translation>
            <numerusform>Zůstal %n starý soubor.</numerusform>
            <numerusform>Zůstaly %n staré soubory.</numerusform>
            <numerusform>Zůstalo %n starých souborů.</numerusform>
        </translation>
    </message>
    <message>
        <source>The data could not be rebuilt</source>
        <translation>Data se nepodařilo obnovit</translation>
    </message>
    <message>
        <source>The old files are as they were. Please call for help before anything else is done with them.</source>
        <translation>Staré soubory jsou, jak byly. Než s nimi kdokoli něco udělá, zavolejte prosím o pomoc.</translation>
    </message>
</context>
<context>
    <name>UpdateWords</name>
    <message>
        <source>Look for new versions once a day</source>
        <translation>Hledat nové verze jednou denně</translation>
    </message>
    <message>
        <source>The vendor is asked, and learns nothing of this shop.</source>
        <translation>Ptá se výrobce, který se o prodejně nic nedozví.</translation>
    </message>
    <message>
        <source>This build of the program offers no updates.</source>
        <translation>Toto sestavení programu aktualizace nenabízí.</translation>
    </message>
    <message>
        <source>Not looked for yet.</source>
        <translation>Zatím se nehledalo.</translation>
    </message>
    <message>
        <source>No newer version. Last looked: {time}.</source>
        <translation>Žádná novější verze. Naposledy hledáno: {time}.</translation>
    </message>
    <message>
        <source>Version {version} is there.</source>
        <translation>Je tu verze {version}.</translation>
    </message>
    <message>
        <source>Version {version} is here, as the vendor signed it.</source>
        <translation>Verze {version} je stažená a podepsaná výrobcem.</translation>
    </message>
    <message>
        <source>a new version</source>
        <translation>nová verze</translation>
    </message>
    <message>
        <source>Look now</source>
        <translation>Hledat teď</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Hledám…</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Stáhnout</translation>
    </message>
    <message>
        <source>{n} % here</source>
        <translation>Staženo {n} %</translation>
    </message>
    <message>
        <source>Close and install</source>
        <translation>Zavřít a nainstalovat</translation>
    </message>
    <message>
        <source>The data is copied. Close the till, then type: {command}</source>
        <translation>Data jsou zkopírovaná. Zavřete pokladnu a zadejte: {command}</translation>
    </message>
    <message>
        <source>The vendor cannot be reached now.</source>
        <translation>Výrobce teď neodpovídá.</translation>
    </message>
    <message>
        <source>What came is not signed by the vendor. It was not used.</source>
        <translation>Co přišlo, není podepsané výrobcem. Nepoužilo se to.</translation>
    </message>
    <message>
        <source>The vendor&apos;s list has expired. Check this computer&apos;s date.</source>
        <translation>Seznam výrobce už neplatí. Zkontrolujte datum počítače.</translation>
    </message>
    <message>
        <source>An older list came than was seen before. It was not used.</source>
        <translation>Přišel starší seznam než minule. Nepoužil se.</translation>
    </message>
    <message>
        <source>The vendor&apos;s list cannot be read. It was not used.</source>
        <translation>Seznam výrobce nelze přečíst. Nepoužil se.</translation>
    </message>
    <message>
        <source>The file is not what the vendor signed. Download it again.</source>
        <translation>Soubor není ten, který výrobce podepsal. Stáhněte ho znovu.</translation>
    </message>
    <message>
        <source>The disk has no room for the new version.</source>
        <translation>Na disku není místo pro novou verzi.</translation>
    </message>
    <message>
        <source>The disk does not take the new version.</source>
        <translation>Disk novou verzi nepřijal.</translation>
    </message>
    <message>
        <source>Not now: first finish the sales that are open, and what waits in Sync.</source>
        <translation>Teď ne: nejdřív dokončete otevřené prodeje a co čeká v Přenosech.</translation>
    </message>
    <message>
        <source>The installer cannot be started.</source>
        <translation>Instalátor nelze spustit.</translation>
    </message>
    <message>
        <source>No version to install is known. Look now.</source>
        <translation>Není známa verze k instalaci. Hledejte teď.</translation>
    </message>
</context>
<context>
    <name>UpkeepWords</name>
    <message>
        <source>In force from the next sale on. A sale that was begun keeps the price that the customer was told.</source>
        <translation>Platí od příštího prodeje. Rozdělaný prodej si ponechá cenu, kterou zákazník slyšel.</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Data</translation>
    </message>
    <message>
        <source>Everything this till knows lies in one folder on this computer.</source>
        <translation>Vše, co pokladna ví, leží v jedné složce tohoto počítače.</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Složka</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Velikost</translation>
    </message>
    <message>
        <source>{n} MB</source>
        <translation>{n} MB</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Zálohy</translation>
    </message>
    <message>
        <source>{n} kept, the last at {time}</source>
        <translation>Uchovaných: {n}, poslední {time}</translation>
    </message>
    <message>
        <source>Forget customers whom the server does not have any more</source>
        <translation>Zapomenout zákazníky, které server už nemá</translation>
    </message>
    <message>
        <source>After so long without news of them; not while points or a sale are open.</source>
        <translation>Po takové době beze zpráv o nich; ne dokud jsou body či prodej otevřené.</translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n den</numerusform>
            <numerusform>%n dny</numerusform>
            <numerusform>%n dní</numerusform>
        </translation>
    </message>
    <message>
        <source>Erase a customer from this till</source>
        <translation>Vymazat zákazníka z této pokladny</translation>
    </message>
    <message>
        <source>What this till remembers of them. As long as the server has the customer, they are read again.</source>
        <translation>To, co si o něm pamatuje pokladna. Dokud zákazníka má server, pokladna ho načte znovu.</translation>
    </message>
    <message>
        <source>Phone of the customer</source>
        <translation>Telefon zákazníka</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Vymazat</translation>
    </message>
    <message>
        <source>Erased from this till</source>
        <translation>Z této pokladny vymazáno</translation>
    </message>
    <message>
        <source>This till remembers nobody with this phone</source>
        <translation>S tímto telefonem si pokladna nikoho nepamatuje</translation>
    </message>
    <message>
        <source>Sales stay, with the name and phone they were for: they are accounting records of this shop.</source>
        <translation>Prodeje zůstávají i se jménem a telefonem, na které byly: jsou to účetní doklady obchodu.</translation>
    </message>
    <message>
        <source>Not erased</source>
        <translation>Nevymazáno</translation>
    </message>
    <message>
        <source>About</source>
        <translation>O aplikaci</translation>
    </message>
    <message>
        <source>What to tell whoever helps you.</source>
        <translation>Co říct tomu, kdo vám pomáhá.</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Program</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Databáze</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Okno</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Licence</translation>
    </message>
    <message>
        <source>Save a diagnostics file</source>
        <translation>Uložit soubor s diagnostikou</translation>
    </message>
    <message>
        <source>For whoever helps you. No keys, no names, phones and cards masked.</source>
        <translation>Pro toho, kdo vám pomáhá. Bez klíčů a jmen, telefony a karty jsou zamaskované.</translation>
    </message>
    <message>
        <source>Diagnostics saved</source>
        <translation>Diagnostika uložena</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>Diagnostika</translation>
    </message>
</context>
</TS>
