<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru_RU">
<context>
    <name>AnswerWords</name>
    <message>
        <source>The server said: “{words}”</source>
        <translation>Сервер ответил: «{words}»</translation>
    </message>
    <message>
        <source>The server has it.</source>
        <translation>У сервера это есть.</translation>
    </message>
    <message>
        <source>The balance shows that it arrived.</source>
        <translation>По балансу видно, что дошло.</translation>
    </message>
    <message>
        <source>Somebody changed the balance from {before} to {after}: it was taken as it is.</source>
        <translation>Кто-то изменил баланс с {before} на {after}: приняли как есть.</translation>
    </message>
    <message>
        <source>The server still had {points}: it was put right.</source>
        <translation>На сервере ещё оставалось {points}: исправлено.</translation>
    </message>
    <message>
        <source>The CRM has the customer.</source>
        <translation>Клиент в CRM есть.</translation>
    </message>
    <message>
        <source>first name</source>
        <translation>имя</translation>
    </message>
    <message>
        <source>surname</source>
        <translation>фамилия</translation>
    </message>
    <message>
        <source>middle name</source>
        <translation>отчество</translation>
    </message>
    <message>
        <source>e-mail</source>
        <translation>e-mail</translation>
    </message>
    <message>
        <source>birthday</source>
        <translation>день рождения</translation>
    </message>
    <message>
        <source>card</source>
        <translation>карта</translation>
    </message>
    <message>
        <source>This phone is a customer&apos;s already. What differs: {fields}.</source>
        <translation>Этот номер уже у клиента. Отличается: {fields}.</translation>
    </message>
    <message>
        <source>The server knows nobody with this phone: nothing was changed.</source>
        <translation>Сервер не знает никого с этим номером: ничего не изменено.</translation>
    </message>
    <message>
        <source>The server could not be reached.</source>
        <translation>Сервер недоступен.</translation>
    </message>
    <message>
        <source>No secure connection to the server could be made.</source>
        <translation>Не удалось установить защищённое соединение с сервером.</translation>
    </message>
    <message>
        <source>This computer&apos;s date is wrong. Please correct it.</source>
        <translation>На этом компьютере неверная дата. Исправьте её, пожалуйста.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not valid. Nothing was sent.</source>
        <translation>Сертификат сервера недействителен. Ничего не отправлено.</translation>
    </message>
    <message>
        <source>Something on the network answered instead of the server. It may want a log-in.</source>
        <translation>Вместо сервера ответило что-то другое в сети. Возможно, нужен вход.</translation>
    </message>
    <message>
        <source>The network&apos;s proxy does not let this till through.</source>
        <translation>Прокси сети не пропускает эту кассу.</translation>
    </message>
    <message>
        <source>The server&apos;s address in Settings is not right.</source>
        <translation>Адрес сервера в настройках неверный.</translation>
    </message>
    <message>
        <source>The till was being closed.</source>
        <translation>Касса как раз закрывалась.</translation>
    </message>
    <message>
        <source>The server does not accept the till&apos;s key.</source>
        <translation>Сервер не принимает ключ кассы.</translation>
    </message>
    <message>
        <source>The till&apos;s key could not be read on this computer.</source>
        <translation>Ключ кассы не удалось прочитать на этом компьютере.</translation>
    </message>
    <message>
        <source>The server asked for a pause of {n} s.</source>
        <translation>Сервер попросил паузу {n} с.</translation>
    </message>
    <message>
        <source>No answer came in time. It may have arrived.</source>
        <translation>Ответ не пришёл вовремя. Могло дойти.</translation>
    </message>
    <message>
        <source>The connection was lost before the answer. It may have arrived.</source>
        <translation>Связь оборвалась до ответа. Могло дойти.</translation>
    </message>
    <message>
        <source>The program ended while this was being sent. It may have arrived.</source>
        <translation>Программа закрылась во время отправки. Могло дойти.</translation>
    </message>
    <message>
        <source>The answer made no sense.</source>
        <translation>Ответ не понятен.</translation>
    </message>
    <message>
        <source>The server has trouble of its own.</source>
        <translation>У сервера свои неполадки.</translation>
    </message>
    <message>
        <source>The server answered for another customer. Nothing was taken from its answer.</source>
        <translation>Сервер ответил про другого клиента. Из ответа ничего не взято.</translation>
    </message>
    <message>
        <source>Refused, but an earlier try may still arrive. It is asked about once more.</source>
        <translation>Отказ, но прежняя попытка ещё может дойти. Спросим ещё раз.</translation>
    </message>
    <message>
        <source>It may have arrived, and how many points it was is not known.</source>
        <translation>Могло дойти, и неизвестно, сколько было баллов.</translation>
    </message>
    <message>
        <source>It may have arrived at an address that this till does not use any more.</source>
        <translation>Могло дойти по адресу, которым касса больше не пользуется.</translation>
    </message>
    <message>
        <source>It may have arrived, and the server can no longer be asked safely.</source>
        <translation>Могло дойти, а спросить сервер безопасно уже нельзя.</translation>
    </message>
    <message>
        <source>It may have arrived: there were {before} points, {target} would be right, and the server has {now}.</source>
        <translation>Могло дойти: было {before}, верно {target}, а на сервере {now}.</translation>
    </message>
    <message>
        <source>It may have arrived: there were {before} points, {target} would be right, and the server tells no balance.</source>
        <translation>Могло дойти: было {before}, верно {target}, а сервер баланс не называет.</translation>
    </message>
    <message>
        <source>No customer has this phone or card.</source>
        <translation>Нет клиента с этим номером или картой.</translation>
    </message>
    <message>
        <source>The server said no, without a reason.</source>
        <translation>Сервер отказал без причины.</translation>
    </message>
    <message>
        <source>The server has {now} points, and this till left {left}: somebody else changed them.</source>
        <translation>На сервере баллов: {now}, касса оставила {left}: их изменил кто-то ещё.</translation>
    </message>
    <message>
        <source>The server tells no phone for this card, so its balance cannot be changed.</source>
        <translation>Сервер не называет телефон этой карты, поэтому баланс изменить нельзя.</translation>
    </message>
    <message>
        <source>The server tells no balance for this customer. Nothing was changed.</source>
        <translation>Сервер не называет баланс этого клиента. Ничего не изменено.</translation>
    </message>
    <message>
        <source>No server tells this customer&apos;s bonus, so it is not known how many points they earn.</source>
        <translation>Ни один сервер не называет бонус клиента, поэтому неизвестно, сколько баллов начислить.</translation>
    </message>
    <message>
        <source>This sale belongs to the account {sale}, and the till to {till} now.</source>
        <translation>Эта продажа относится к счёту {sale}, а касса теперь к {till}.</translation>
    </message>
    <message>
        <source>What is on the disk is not what was saved there. It was not sent.</source>
        <translation>На диске не то, что было сохранено. Не отправлено.</translation>
    </message>
    <message>
        <source>Decided by a person.</source>
        <translation>Решил человек.</translation>
    </message>
    <message>
        <source>Decided by {who}.</source>
        <translation>Решение: {who}.</translation>
    </message>
    <message>
        <source>This customer earns nothing on this sale.</source>
        <translation>За эту продажу клиенту ничего не начисляется.</translation>
    </message>
    <message>
        <source>Taken back before it reached the server.</source>
        <translation>Отменено до отправки на сервер.</translation>
    </message>
    <message>
        <source>There is nothing to take back: it never reached the server.</source>
        <translation>Отменять нечего: до сервера не дошло.</translation>
    </message>
    <message>
        <source>The card belongs to {phone}: the points go on there.</source>
        <translation>Карта принадлежит {phone}: баллы пойдут туда.</translation>
    </message>
</context>
<context>
    <name>AppearanceWords</name>
    <message>
        <source>Appearance</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>For this till only. Every choice is in force at once and kept.</source>
        <translation>Только для этой кассы. Выбор действует сразу и сохраняется.</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Цвета</translation>
    </message>
    <message>
        <source>Like the computer</source>
        <translation>Как в системе</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Светлые</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Тёмные</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Контраст</translation>
    </message>
    <message>
        <source>Size of everything</source>
        <translation>Размер всего</translation>
    </message>
    <message>
        <source>From the next start of the till, as far as it fits on the screen.</source>
        <translation>Со следующего запуска кассы, насколько позволит экран.</translation>
    </message>
    <message>
        <source>Keypad</source>
        <translation>Клавиши цифр</translation>
    </message>
    <message>
        <source>Which digits are on top.</source>
        <translation>Какие цифры сверху.</translation>
    </message>
    <message>
        <source>Sides</source>
        <translation>Стороны</translation>
    </message>
    <message>
        <source>Where the customer is on the screen.</source>
        <translation>Где на экране клиент.</translation>
    </message>
    <message>
        <source>Customer left</source>
        <translation>Клиент слева</translation>
    </message>
    <message>
        <source>Customer right</source>
        <translation>Клиент справа</translation>
    </message>
    <message>
        <source>Close the recorded sale</source>
        <translation>Закрыть продажу</translation>
    </message>
    <message>
        <source>Enter and the next card close it too.</source>
        <translation>Enter и следующая карта тоже закрывают.</translation>
    </message>
    <message>
        <source>After {n} s</source>
        <translation>Через {n} с</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Никогда</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>Звуки</translation>
    </message>
    <message>
        <source>For a card read, a sale saved, a refusal.</source>
        <translation>Карта прочитана, продажа сохранена, отказ.</translation>
    </message>
    <message>
        <source>Movement</source>
        <translation>Движение</translation>
    </message>
    <message>
        <source>What changes on the screen fades briefly.</source>
        <translation>То, что меняется на экране, плавно проявляется.</translation>
    </message>
    <message>
        <source>Reduced</source>
        <translation>Меньше</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Обычные</translation>
    </message>
    <message>
        <source>Quiet</source>
        <translation>Тихие</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Выкл.</translation>
    </message>
</context>
<context>
    <name>AttemptWords</name>
    <message>
        <source>Waiting to be sent</source>
        <translation>Ждёт</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Отправляется</translation>
    </message>
    <message>
        <source>Sent, waiting for proof</source>
        <translation>Отправлено, ждём ответа</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Ушло</translation>
    </message>
    <message>
        <source>Needs a person</source>
        <translation>Нужно решение</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Отменено</translation>
    </message>
    <message>
        <source>Sending was cut off</source>
        <translation>Отправка прервана</translation>
    </message>
    <message>
        <source>Found at the server</source>
        <translation>Найдено на сервере</translation>
    </message>
    <message>
        <source>Could not be sent</source>
        <translation>Не отправлено</translation>
    </message>
    <message>
        <source>Put back in the queue</source>
        <translation>Снова в очереди</translation>
    </message>
    <message>
        <source>The server said no</source>
        <translation>Сервер отказал</translation>
    </message>
    <message>
        <source>Stopped for a person</source>
        <translation>Ждёт решения</translation>
    </message>
    <message>
        <source>Sent, no clear answer</source>
        <translation>Отправлено, ответ неясен</translation>
    </message>
    <message>
        <source>Asked about it, no clear answer</source>
        <translation>Спросили, ответ неясен</translation>
    </message>
    <message>
        <source>The server did not accept it</source>
        <translation>Сервер не принял</translation>
    </message>
    <message>
        <source>This phone or card belongs to nobody yet</source>
        <translation>Телефон или карта пока ничьи</translation>
    </message>
    <message>
        <source>It is not known whether it arrived</source>
        <translation>Неизвестно, дошло ли</translation>
    </message>
    <message>
        <source>This sale belongs to another account</source>
        <translation>Продажа другого счёта</translation>
    </message>
    <message>
        <source>Somebody else changed the balance</source>
        <translation>Баланс изменил кто-то ещё</translation>
    </message>
    <message>
        <source>This phone is a customer&apos;s already</source>
        <translation>Этот номер уже у клиента</translation>
    </message>
    <message>
        <source>The entry on the disk is damaged</source>
        <translation>Запись на диске повреждена</translation>
    </message>
    <message>
        <source>Decided: try again</source>
        <translation>Решено: повторить</translation>
    </message>
    <message>
        <source>Decided: the points are another customer&apos;s</source>
        <translation>Решено: баллы другого клиента</translation>
    </message>
    <message>
        <source>Decided: not there, add them now</source>
        <translation>Решено: их нет, начислить сейчас</translation>
    </message>
    <message>
        <source>Decided: they are there already</source>
        <translation>Решено: уже начислены</translation>
    </message>
    <message>
        <source>Decided: the points are forgiven</source>
        <translation>Решено: баллы прощены</translation>
    </message>
    <message>
        <source>Decided: the points that are there are taken, the rest is forgiven</source>
        <translation>Решено: списать что есть, остальное простить</translation>
    </message>
    <message>
        <source>Decided: the sale is voided</source>
        <translation>Решено: продажа отменена</translation>
    </message>
    <message>
        <source>Decided: nothing more is done</source>
        <translation>Решено: больше ничего не делать</translation>
    </message>
</context>
<context>
    <name>CheckoutWords</name>
    <message>
        <source>Purchase</source>
        <translation>Покупка</translation>
    </message>
    <message>
        <source>Redeem points</source>
        <translation>Списать баллы</translation>
    </message>
    <message>
        <source>Receipt no. (optional)</source>
        <translation>Номер чека (можно без)</translation>
    </message>
    <message>
        <source>Receipt (optional)</source>
        <translation>Чек (можно без)</translation>
    </message>
    <message>
        <source>Max {points}</source>
        <translation>Макс. {points}</translation>
    </message>
    <message>
        <source>→ {sum}</source>
        <translation>→ {sum}</translation>
    </message>
    <message>
        <source>Use points so that {sum} remain to pay</source>
        <translation>Списать баллы так, чтобы осталось {sum}</translation>
    </message>
    <message>
        <source>Use {points}</source>
        <translation>Списать {points}</translation>
    </message>
    <message>
        <source>Use as many as possible, {points}</source>
        <translation>Списать все возможные, {points}</translation>
    </message>
    <message>
        <source>Find the customer first to see how many points they can use.</source>
        <translation>Сначала найдите клиента, чтобы узнать, сколько баллов списать.</translation>
    </message>
    <message>
        <source>Points can be used once we know the balance. Offer it on the next visit.</source>
        <translation>Баллы можно списать, когда известен баланс. Предложите в следующий раз.</translation>
    </message>
    <message>
        <source>Enter the amount first</source>
        <translation>Сначала введите сумму</translation>
    </message>
    <message>
        <source>Is {sum} right? Press Enter once more.</source>
        <translation>Верно ли {sum}? Нажмите Enter ещё раз.</translation>
    </message>
    <message>
        <source>{sum} was recorded for this customer just now</source>
        <translation>{sum} только что записано этому клиенту</translation>
    </message>
    <message>
        <source>Press Enter once more if it is another purchase.</source>
        <translation>Если это другая покупка, нажмите Enter ещё раз.</translation>
    </message>
    <message>
        <source>Discount {percent}</source>
        <translation>Скидка {percent}</translation>
    </message>
    <message>
        <source>Points used</source>
        <translation>Списано</translation>
    </message>
    <message>
        <source>Points earned</source>
        <translation>Начислено</translation>
    </message>
    <message>
        <source>New balance</source>
        <translation>Новый баланс</translation>
    </message>
    <message>
        <source>later</source>
        <translation>позже</translation>
    </message>
    <message>
        <source>≈ {value}</source>
        <translation>≈ {value}</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>К оплате</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Принять</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Дальше</translation>
    </message>
    <message>
        <source>To pay {sum}</source>
        <translation>К оплате {sum}</translation>
    </message>
    <message>
        <source>Confirm sale, {sum}</source>
        <translation>Подтвердить продажу, {sum}</translation>
    </message>
    <message>
        <source>Hold sale</source>
        <translation>Отложить</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>Отложено</translation>
    </message>
    <message>
        <source>Take up {name}, {sum}, held since {time}</source>
        <translation>Вернуть: {name}, {sum}, отложено в {time}</translation>
    </message>
    <message>
        <source>No customer yet</source>
        <translation>Без клиента</translation>
    </message>
    <message>
        <source>Sale recorded</source>
        <translation>Продажа записана</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Ушло</translation>
    </message>
    <message>
        <source>Saved, will be sent</source>
        <translation>Сохранено, отправится</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>ещё {time}</translation>
    </message>
    <message>
        <source>Undo, {time} left</source>
        <translation>Отменить, ещё {time}</translation>
    </message>
    <message>
        <source>Points and balance</source>
        <translation>Баллы и баланс</translation>
    </message>
    <message>
        <source>Show QR</source>
        <translation>Показать QR</translation>
    </message>
    <message>
        <source>Card for the phone</source>
        <translation>Карта в телефон</translation>
    </message>
    <message>
        <source>Ready for the next customer. Just swipe or scan.</source>
        <translation>Готово к следующему клиенту. Карта или код.</translation>
    </message>
    <message>
        <source>closes in {n} s</source>
        <translation>закроется через {n} с</translation>
    </message>
    <message>
        <source>Sale undone. Points are back as before.</source>
        <translation>Продажа отменена. Баллы как прежде.</translation>
    </message>
    <message>
        <source>space</source>
        <translation>пробел</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Готово</translation>
    </message>
    <message>
        <source>zero</source>
        <translation>ноль</translation>
    </message>
    <message>
        <source>one</source>
        <translation>один</translation>
    </message>
    <message>
        <source>two</source>
        <translation>два</translation>
    </message>
    <message>
        <source>three</source>
        <translation>три</translation>
    </message>
    <message>
        <source>four</source>
        <translation>четыре</translation>
    </message>
    <message>
        <source>five</source>
        <translation>пять</translation>
    </message>
    <message>
        <source>six</source>
        <translation>шесть</translation>
    </message>
    <message>
        <source>seven</source>
        <translation>семь</translation>
    </message>
    <message>
        <source>eight</source>
        <translation>восемь</translation>
    </message>
    <message>
        <source>nine</source>
        <translation>девять</translation>
    </message>
    <message>
        <source>decimal sign</source>
        <translation>десятичная запятая</translation>
    </message>
    <message>
        <source>delete the last digit, hold to clear</source>
        <translation>удалить последнюю цифру, удержать: очистить</translation>
    </message>
</context>
<context>
    <name>ConnectionWords</name>
    <message>
        <source>Connection and keys</source>
        <translation>Связь и ключи</translation>
    </message>
    <message>
        <source>Where this till sends its sales, and the keys it is known by. A key is never shown again.</source>
        <translation>Куда касса отправляет продажи и с какими ключами. Ключ больше не показывается.</translation>
    </message>
    <message>
        <source>Keys are kept</source>
        <translation>Ключи хранятся</translation>
    </message>
    <message>
        <source>In the system keyring of this computer</source>
        <translation>В хранилище ключей компьютера</translation>
    </message>
    <message>
        <source>Only in memory, until the till is closed</source>
        <translation>Только в памяти, до закрытия кассы</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Заменить</translation>
    </message>
    <message>
        <source>Replace: {key}</source>
        <translation>Заменить: {key}</translation>
    </message>
    <message>
        <source>The new key is in use</source>
        <translation>Новый ключ действует</translation>
    </message>
    <message>
        <source>The key was not replaced</source>
        <translation>Ключ не заменён</translation>
    </message>
    <message>
        <source>Replace the key</source>
        <translation>Заменить ключ</translation>
    </message>
</context>
<context>
    <name>IssueWords</name>
    <message>
        <source>The server did not take the used points</source>
        <translation>Сервер не принял списанные баллы</translation>
    </message>
    <message>
        <source>This phone belongs to nobody yet</source>
        <translation>Этот телефон пока ничей</translation>
    </message>
    <message>
        <source>The balance is not what this till left</source>
        <translation>Баланс не тот, что оставила касса</translation>
    </message>
    <message>
        <source>Card {number}</source>
        <translation>Карта {number}</translation>
    </message>
    <message>
        <source>{used} points were used here, but only {left} are left. Nothing is lost. Choose what to do with the missing {missing}.</source>
        <translation>Здесь списано баллов: {used}, а осталось {left}. Ничего не потеряно. Выберите, что делать с недостающими {missing}.</translation>
    </message>
    <message>
        <source>The server does not know the card. Choose the customer, then the points are added.</source>
        <translation>Сервер не знает карту. Выберите клиента, и баллы будут начислены.</translation>
    </message>
    <message>
        <source>The server does not know the phone. Correct it or choose the customer, then the points are added.</source>
        <translation>Сервер не знает телефон. Исправьте его или выберите клиента, и баллы будут начислены.</translation>
    </message>
    <message>
        <source>It was sent, but no clear answer came. Look at the customer&apos;s points before you decide.</source>
        <translation>Отправлено, но ясного ответа нет. Посмотрите баллы клиента, прежде чем решать.</translation>
    </message>
    <message>
        <source>The customer&apos;s points are not what this till expected. Look at them before you decide.</source>
        <translation>Баллы клиента не те, что ждала касса. Посмотрите на них, прежде чем решать.</translation>
    </message>
    <message>
        <source>It goes to nobody else. Put that account&apos;s key back, then try again.</source>
        <translation>Больше никому это не уйдёт. Верните ключ того счёта и повторите.</translation>
    </message>
    <message>
        <source>What is on the disk is not what was written there, so it is not sent. Check this computer&apos;s disk.</source>
        <translation>На диске не то, что было записано, поэтому не отправляем. Проверьте диск компьютера.</translation>
    </message>
    <message>
        <source>Nothing is lost.</source>
        <translation>Ничего не потеряно.</translation>
    </message>
    <message numerus="yes">
        <source>%n more of this customer wait for it.</source>
        <translation>
            <numerusform>Этого ждёт ещё %n продажа клиента.</numerusform>
            <numerusform>Этого ждут ещё %n продажи клиента.</numerusform>
            <numerusform>Этого ждут ещё %n продаж клиента.</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking at the customer&apos;s points…</source>
        <translation>Смотрим баллы клиента…</translation>
    </message>
    <message>
        <source>The server has {points} now.</source>
        <translation>На сервере сейчас {points}.</translation>
    </message>
    <message>
        <source>There were {before} before; {right} are right with this.</source>
        <translation>Было {before}; с этой продажей верно {right}.</translation>
    </message>
    <message>
        <source>They seem to be there.</source>
        <translation>Похоже, они там есть.</translation>
    </message>
    <message>
        <source>They seem not to be there.</source>
        <translation>Похоже, их там нет.</translation>
    </message>
    <message>
        <source>The customer&apos;s points cannot be read now.</source>
        <translation>Баллы клиента сейчас не прочитать.</translation>
    </message>
    <message>
        <source>Correct the phone</source>
        <translation>Исправить номер</translation>
    </message>
    <message>
        <source>Other customer</source>
        <translation>Другой клиент</translation>
    </message>
    <message>
        <source>Add now</source>
        <translation>Начислить</translation>
    </message>
    <message>
        <source>Take now</source>
        <translation>Списать</translation>
    </message>
    <message>
        <source>Already there</source>
        <translation>Уже есть</translation>
    </message>
    <message>
        <source>Already taken</source>
        <translation>Уже списано</translation>
    </message>
    <message>
        <source>Forgive {points}</source>
        <translation>Простить {points}</translation>
    </message>
    <message>
        <source>Write off</source>
        <translation>Списать в убыток</translation>
    </message>
    <message>
        <source>Allow again</source>
        <translation>Разрешить</translation>
    </message>
    <message>
        <source>It was moved here</source>
        <translation>Перенесено</translation>
    </message>
    <message>
        <source>It is a copy</source>
        <translation>Это копия</translation>
    </message>
    <message>
        <source>A backup was put back</source>
        <translation>Вернули копию</translation>
    </message>
    <message>
        <source>It is sent once more. Good once what was wrong has been put right.</source>
        <translation>Отправим ещё раз. Годится, когда причина устранена.</translation>
    </message>
    <message>
        <source>The points go to the customer you choose, and to nobody else.</source>
        <translation>Баллы получит выбранный клиент и никто другой.</translation>
    </message>
    <message>
        <source>The points go to {name}.</source>
        <translation>Баллы получит {name}.</translation>
    </message>
    <message>
        <source>You looked, and it is not there: it is sent now. This cannot be undone.</source>
        <translation>Вы посмотрели, там этого нет: сейчас отправим. Отменить нельзя.</translation>
    </message>
    <message>
        <source>You looked, and it is there: nothing more is sent. This cannot be undone.</source>
        <translation>Вы посмотрели, там это есть: больше не отправляем. Отменить нельзя.</translation>
    </message>
    <message>
        <source>No points are taken: the customer keeps {points}, and the shop bears it. This cannot be undone.</source>
        <translation>Баллы не списываются: у клиента остаётся {points} за счёт магазина. Отменить нельзя.</translation>
    </message>
    <message>
        <source>{left} are taken, and the shop bears the missing {missing}. This cannot be undone.</source>
        <translation>Спишется {left}, недостающие {missing} за счёт магазина. Отменить нельзя.</translation>
    </message>
    <message>
        <source>The whole sale is taken back: hand back {sum}. This cannot be undone.</source>
        <translation>Вся продажа отменяется: верните {sum}. Отменить нельзя.</translation>
    </message>
    <message>
        <source>The sale stays, but nobody gets points for it. This cannot be undone.</source>
        <translation>Продажа остаётся, но баллов за неё никто не получит. Отменить нельзя.</translation>
    </message>
    <message>
        <source>Nothing more is done; the points at the server stay as they are. This cannot be undone.</source>
        <translation>Больше ничего не делаем; баллы на сервере остаются как есть. Отменить нельзя.</translation>
    </message>
    <message>
        <source>Points are written again; the next write is looked at like the first.</source>
        <translation>Баллы снова записываются; следующая запись проверяется как первая.</translation>
    </message>
    <message>
        <source>The other place is not used any more: what is open is asked about, then sent from here.</source>
        <translation>Прежнее место больше не работает: незавершённое проверим и отправим отсюда.</translation>
    </message>
    <message>
        <source>The other place goes on and sends what is open. This is another till from now on.</source>
        <translation>Прежнее место работает дальше и отправит незавершённое. Здесь теперь другая касса.</translation>
    </message>
    <message>
        <source>What is open may have been sent since the backup: it is asked about before anything is sent again.</source>
        <translation>Незавершённое могло уйти после копии: спросим о нём, прежде чем отправлять снова.</translation>
    </message>
    <message>
        <source>Two tills that write balances overwrite each other. Ask whoever set up this till.</source>
        <translation>Две кассы, которые записывают балансы, затирают друг друга. Спросите того, кто настраивал кассу.</translation>
    </message>
    <message>
        <source>Who decides?</source>
        <translation>Кто решает?</translation>
    </message>
    <message>
        <source>Why? It is kept for ever</source>
        <translation>Почему? Хранится всегда</translation>
    </message>
    <message>
        <source>Why? (optional)</source>
        <translation>Почему? (можно без)</translation>
    </message>
    <message>
        <source>Say who decides</source>
        <translation>Укажите, кто решает</translation>
    </message>
    <message>
        <source>Say why</source>
        <translation>Укажите причину</translation>
    </message>
    <message>
        <source>Choose the customer first</source>
        <translation>Сначала выберите клиента</translation>
    </message>
    <message>
        <source>Phone, card or name</source>
        <translation>Телефон, карта или имя</translation>
    </message>
    <message>
        <source>Use {number}</source>
        <translation>Взять {number}</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>The disk did not take it: nothing was decided. Please try once more.</source>
        <translation>Диск не принял запись: ничего не решено. Повторите, пожалуйста.</translation>
    </message>
    <message>
        <source>This has been settled already.</source>
        <translation>Это уже решено.</translation>
    </message>
    <message>
        <source>What happened · {n}</source>
        <translation>Что было · {n}</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Скрыть</translation>
    </message>
    <message>
        <source>Sale saved on this till</source>
        <translation>Продажа сохранена в кассе</translation>
    </message>
    <message>
        <source>Decided: {what}</source>
        <translation>Решено: {what}</translation>
    </message>
    <message>
        <source>Hand back {sum}</source>
        <translation>Верните {sum}</translation>
    </message>
</context>
<context>
    <name>JournalWords</name>
    <message>
        <source>All that waits, of every day</source>
        <translation>Всё, что ждёт, за все дни</translation>
    </message>
    <message>
        <source>All that needs attention, of every day</source>
        <translation>Всё, что требует решения, за все дни</translation>
    </message>
    <message>
        <source>Found in all days</source>
        <translation>Найдено за все дни</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Все</translation>
    </message>
    <message>
        <source>Which sales</source>
        <translation>Какие продажи</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Найти</translation>
    </message>
    <message>
        <source>Name, digits, receipt, amount</source>
        <translation>Имя, цифры, чек, сумма</translation>
    </message>
    <message>
        <source>Search the journal by name, last digits, receipt number or amount</source>
        <translation>Искать в журнале по имени, последним цифрам, номеру чека или сумме</translation>
    </message>
    <message>
        <source>Stop searching</source>
        <translation>Закончить поиск</translation>
    </message>
    <message>
        <source>Choose a day</source>
        <translation>Выбрать день</translation>
    </message>
    <message>
        <source>The day before</source>
        <translation>Предыдущий день</translation>
    </message>
    <message>
        <source>The day after</source>
        <translation>Следующий день</translation>
    </message>
    <message>
        <source>The month before</source>
        <translation>Предыдущий месяц</translation>
    </message>
    <message>
        <source>The month after</source>
        <translation>Следующий месяц</translation>
    </message>
    <message>
        <source>Save the list as a file</source>
        <translation>Сохранить список в файл</translation>
    </message>
    <message>
        <source>{file} is in {folder}</source>
        <translation>{file} в папке {folder}</translation>
    </message>
    <message>
        <source>The file could not be written. Nothing else changed.</source>
        <translation>Файл не записан. Остальное без изменений.</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>Продажи</translation>
    </message>
    <message>
        <source>Takings</source>
        <translation>Выручка</translation>
    </message>
    <message>
        <source>Discounts</source>
        <translation>Скидки</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Время</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Клиент</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Оплачено</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Баллы</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Статус</translation>
    </message>
    <message>
        <source>Sales, newest first</source>
        <translation>Продажи, сначала новые</translation>
    </message>
    <message>
        <source>{time}, {name}, paid {paid}, points {points}, {state}</source>
        <translation>{time}, {name}, оплачено {paid}, баллы {points}, {state}</translation>
    </message>
    <message>
        <source>Refund {number}</source>
        <translation>Возврат {number}</translation>
    </message>
    <message>
        <source>Correction</source>
        <translation>Поправка</translation>
    </message>
    <message>
        <source>{money} refunded</source>
        <translation>возвращено {money}</translation>
    </message>
    <message>
        <source>No sales on this day</source>
        <translation>В этот день продаж нет</translation>
    </message>
    <message>
        <source>No sales yet today</source>
        <translation>Сегодня продаж ещё нет</translation>
    </message>
    <message>
        <source>Nothing waits. All is sent.</source>
        <translation>Ничего не ждёт. Всё отправлено.</translation>
    </message>
    <message>
        <source>Nothing needs attention.</source>
        <translation>Решать нечего.</translation>
    </message>
    <message>
        <source>No sale fits</source>
        <translation>Нет такой продажи</translation>
    </message>
    <message>
        <source>Try the beginning of a name, the last 3 digits, a receipt number or an amount.</source>
        <translation>Попробуйте начало имени, 3 последние цифры, номер чека или сумму.</translation>
    </message>
    <message>
        <source>Choose a sale to see all about it</source>
        <translation>Выберите продажу, чтобы увидеть всё</translation>
    </message>
    <message>
        <source>The chosen sale is shown here</source>
        <translation>Здесь будет выбранная продажа</translation>
    </message>
    <message>
        <source>receipt {number}</source>
        <translation>чек {number}</translation>
    </message>
    <message>
        <source>Handed back</source>
        <translation>Выдано обратно</translation>
    </message>
    <message>
        <source>Refunded so far</source>
        <translation>Возвращено раньше</translation>
    </message>
    <message>
        <source>Saved on this till</source>
        <translation>Сохранено в этой кассе</translation>
    </message>
    <message>
        <source>Refund saved on this till</source>
        <translation>Возврат сохранён в кассе</translation>
    </message>
    <message>
        <source>{what} · points used</source>
        <translation>{what} · списание</translation>
    </message>
    <message>
        <source>{what} · points earned</source>
        <translation>{what} · начисление</translation>
    </message>
    <message numerus="yes">
        <source>%n earlier tries</source>
        <translation>
            <numerusform>%n прежняя попытка</numerusform>
            <numerusform>%n прежние попытки</numerusform>
            <numerusform>%n прежних попыток</numerusform>
        </translation>
    </message>
    <message>
        <source>next try at once</source>
        <translation>повтор сейчас</translation>
    </message>
    <message>
        <source>Voided</source>
        <translation>Отменена</translation>
    </message>
    <message>
        <source>{money} handed back</source>
        <translation>Возвращено {money}</translation>
    </message>
    <message>
        <source>Takes back the sale of {time}</source>
        <translation>Возвращает продажу {time}</translation>
    </message>
    <message>
        <source>open it</source>
        <translation>открыть</translation>
    </message>
    <message>
        <source>Not sent yet, so it can still be voided. Sent sales are refunded.</source>
        <translation>Ещё не отправлена, можно отменить. Для отправленных делают возврат.</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>Возврат</translation>
    </message>
    <message>
        <source>Add the customer</source>
        <translation>Добавить клиента</translation>
    </message>
    <message>
        <source>Void this sale?</source>
        <translation>Отменить эту продажу?</translation>
    </message>
    <message>
        <source>{money} goes back to the customer. Nothing of it is sent.</source>
        <translation>{money} вернутся клиенту. Ничего не отправится.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Оставить</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>The sale is voided.</source>
        <translation>Продажа отменена.</translation>
    </message>
    <message>
        <source>Refund a sale</source>
        <translation>Возврат продажи</translation>
    </message>
    <message>
        <source>{time} · {name}</source>
        <translation>{time} · {name}</translation>
    </message>
    <message>
        <source>How much of the purchase</source>
        <translation>Какая часть покупки</translation>
    </message>
    <message>
        <source>All {money}</source>
        <translation>Всё {money}</translation>
    </message>
    <message>
        <source>Half</source>
        <translation>50 %</translation>
    </message>
    <message>
        <source>Hand back</source>
        <translation>Выдать</translation>
    </message>
    <message>
        <source>Used points that come back</source>
        <translation>Вернутся списанные</translation>
    </message>
    <message>
        <source>Earned points that are taken</source>
        <translation>Снимутся начисленные</translation>
    </message>
    <message>
        <source>A refund cannot be undone.</source>
        <translation>Возврат нельзя отменить.</translation>
    </message>
    <message>
        <source>Refund {money}</source>
        <translation>Вернуть {money}</translation>
    </message>
    <message>
        <source>Hand back {money}. The refund is saved.</source>
        <translation>Выдайте {money}. Возврат сохранён.</translation>
    </message>
    <message>
        <source>Whose purchase was it?</source>
        <translation>Чья это была покупка?</translation>
    </message>
    <message>
        <source>Today only, and once. The points of this sale go to the customer you choose.</source>
        <translation>Только сегодня и один раз. Баллы этой продажи получит выбранный клиент.</translation>
    </message>
    <message>
        <source>Give the points to {name}</source>
        <translation>Баллы получит {name}</translation>
    </message>
    <message>
        <source>Give the points</source>
        <translation>Отдать баллы</translation>
    </message>
    <message>
        <source>The points go to {name}.</source>
        <translation>Баллы получит {name}.</translation>
    </message>
    <message>
        <source>Forgot the card: {name}</source>
        <translation>Забытая карта: {name}</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Дата</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Чек</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Телефон</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Карта</translation>
    </message>
    <message>
        <source>Purchase</source>
        <translation>Покупка</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>Скидка</translation>
    </message>
    <message>
        <source>Points used</source>
        <translation>Списано</translation>
    </message>
    <message>
        <source>Points earned</source>
        <translation>Начислено</translation>
    </message>
    <message>
        <source>Sale</source>
        <translation>Продажа</translation>
    </message>
    <message>
        <source>Takes back</source>
        <translation>Возвращает</translation>
    </message>
    <message>
        <source>journal {what}</source>
        <translation>журнал {what}</translation>
    </message>
</context>
<context>
    <name>KeyboardWords</name>
    <message>
        <source>Language and keyboard</source>
        <translation>Язык и клавиатура</translation>
    </message>
    <message>
        <source>For this till only. What you choose is in force at once.</source>
        <translation>Только для этой кассы. Выбор действует сразу.</translation>
    </message>
    <message>
        <source>Of the window and the slips. A sale that was begun stays as it is.</source>
        <translation>Окна и чеков. Начатая продажа остаётся как есть.</translation>
    </message>
    <message>
        <source>Letters on the screen</source>
        <translation>Буквы на экране</translation>
    </message>
    <message>
        <source>To type names where there is no keyboard.</source>
        <translation>Чтобы писать имена без клавиатуры.</translation>
    </message>
    <message>
        <source>When needed</source>
        <translation>По мере надобности</translation>
    </message>
    <message>
        <source>At every tap</source>
        <translation>При каждом касании</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Никогда</translation>
    </message>
    <message>
        <source>Try the keyboard</source>
        <translation>Проверьте клавиатуру</translation>
    </message>
    <message>
        <source>Type 1 2 3 4 5 in the row above the letters.</source>
        <translation>Нажмите 1 2 3 4 5 в ряду над буквами.</translation>
    </message>
    <message>
        <source>Digits arrive as digits.</source>
        <translation>Цифры приходят цифрами.</translation>
    </message>
    <message>
        <source>This row types letters here. Use the number pad for sums, or another layout. Cards are read all the same.</source>
        <translation>Этот ряд печатает буквы. Для сумм возьмите цифровой блок или другую раскладку. Карты читаются и так.</translation>
    </message>
    <message>
        <source>What every key does</source>
        <translation>Что делает каждая клавиша</translation>
    </message>
</context>
<context>
    <name>KeysWords</name>
    <message>
        <source>Keys</source>
        <translation>Клавиши</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>At the sale</source>
        <translation>При продаже</translation>
    </message>
    <message>
        <source>Number pad</source>
        <translation>Цифровой блок</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Везде</translation>
    </message>
    <message>
        <source>A card can be swiped at any time; no key is needed first.</source>
        <translation>Карту можно провести в любой момент, без клавиш.</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Клиент</translation>
    </message>
    <message>
        <source>Purchase</source>
        <translation>Покупка</translation>
    </message>
    <message>
        <source>Points; again: as many as possible; again: a round sum</source>
        <translation>Баллы; ещё раз: все возможные; ещё раз: круглая сумма</translation>
    </message>
    <message>
        <source>Receipt number</source>
        <translation>Номер чека</translation>
    </message>
    <message>
        <source>Sale on the number only</source>
        <translation>Продажа только на номер</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>Новый клиент</translation>
    </message>
    <message>
        <source>Undo the last sale</source>
        <translation>Отменить последнюю продажу</translation>
    </message>
    <message>
        <source>Print the slip</source>
        <translation>Напечатать талон</translation>
    </message>
    <message>
        <source>Hold the sale; again: take it up</source>
        <translation>Отложить продажу; ещё раз: вернуть</translation>
    </message>
    <message>
        <source>Choose, confirm, next</source>
        <translation>Выбрать, подтвердить, дальше</translation>
    </message>
    <message>
        <source>One step back</source>
        <translation>На шаг назад</translation>
    </message>
    <message>
        <source>Next field; sale on the number only</source>
        <translation>Следующее поле; продажа только на номер</translation>
    </message>
    <message>
        <source>As many points as possible; again: a round sum</source>
        <translation>Все возможные баллы; ещё раз: круглая сумма</translation>
    </message>
    <message>
        <source>Clear the field; twice after a sale: undo it</source>
        <translation>Очистить поле; дважды после продажи: отменить её</translation>
    </message>
    <message>
        <source>Pages, from the top</source>
        <translation>Страницы сверху вниз</translation>
    </message>
    <message>
        <source>Send what waits, on its page</source>
        <translation>Отправить ждущее, на своей странице</translation>
    </message>
    <message>
        <source>Take a sale back, in the journal</source>
        <translation>Вернуть продажу, в журнале</translation>
    </message>
    <message>
        <source>Print a slip again, in the journal</source>
        <translation>Напечатать талон снова, в журнале</translation>
    </message>
    <message>
        <source>These keys</source>
        <translation>Эти клавиши</translation>
    </message>
</context>
<context>
    <name>LineWords</name>
    <message>
        <source>Sync centre</source>
        <translation>Обмен</translation>
    </message>
    <message numerus="yes">
        <source>%n sales need your decision. The rest takes care of itself.</source>
        <translation>
            <numerusform>%n продажа ждёт вашего решения. Остальное решится само.</numerusform>
            <numerusform>%n продажи ждут вашего решения. Остальное решится само.</numerusform>
            <numerusform>%n продаж ждут вашего решения. Остальное решится само.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing for you to do: it takes care of itself.</source>
        <translation>Делать ничего не нужно: всё решится само.</translation>
    </message>
    <message>
        <source>Nothing for you to do.</source>
        <translation>Делать ничего не нужно.</translation>
    </message>
    <message>
        <source>Nothing goes out at the moment. Every sale is saved here.</source>
        <translation>Сейчас ничего не уходит. Все продажи сохранены здесь.</translation>
    </message>
    <message>
        <source>All sent</source>
        <translation>Всё отправлено</translation>
    </message>
    <message>
        <source>Every sale of this till has arrived, and each one once.</source>
        <translation>Все продажи этой кассы дошли, каждая один раз.</translation>
    </message>
    <message>
        <source>in the queue</source>
        <translation>в очереди</translation>
    </message>
    <message>
        <source>being sent</source>
        <translation>отправляется</translation>
    </message>
    <message>
        <source>next try in {time}</source>
        <translation>повтор через {time}</translation>
    </message>
    <message>
        <source>waits for your decision</source>
        <translation>ждёт вашего решения</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>пауза</translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation>и ещё {n}</translation>
    </message>
    <message>
        <source>{name}, {sum}, {time}, {turn}</source>
        <translation>{name}, {sum}, {time}, {turn}</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Экспорт</translation>
    </message>
    <message>
        <source>Save what waits as a table</source>
        <translation>Сохранить ждущее в таблицу</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Связь</translation>
    </message>
    <message>
        <source>Internet</source>
        <translation>Интернет</translation>
    </message>
    <message>
        <source>Loyalty server</source>
        <translation>Сервер лояльности</translation>
    </message>
    <message>
        <source>Points server</source>
        <translation>Сервер баллов</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Счёт</translation>
    </message>
    <message>
        <source>Customers on this till</source>
        <translation>Клиентов в кассе</translation>
    </message>
    <message>
        <source>Last sale sent</source>
        <translation>Отправлена продажа</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Этот компьютер</translation>
    </message>
    <message>
        <source>Last backup</source>
        <translation>Последняя копия</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Часы</translation>
    </message>
    <message>
        <source>Wrong by {n} min</source>
        <translation>Ошибка {n} мин</translation>
    </message>
    <message>
        <source>Good, {time}</source>
        <translation>Верно, {time}</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Отвечает</translation>
    </message>
    <message>
        <source>Answered at {time}</source>
        <translation>Ответил в {time}</translation>
    </message>
    <message>
        <source>Not asked yet</source>
        <translation>Ещё не спросили</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>Недоступен</translation>
    </message>
    <message>
        <source>Last answered at {time}</source>
        <translation>Ответил в {time}</translation>
    </message>
    <message>
        <source>The key is not accepted</source>
        <translation>Ключ не принят</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>Пока неизвестно</translation>
    </message>
    <message>
        <source>{count} · updated {time}</source>
        <translation>{count} · на {time}</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Пока нет</translation>
    </message>
    <message>
        <source>The disk takes everything</source>
        <translation>Диск всё принимает</translation>
    </message>
    <message>
        <source>The second copy cannot be written</source>
        <translation>Вторая копия не пишется</translation>
    </message>
    <message>
        <source>Only {n} MB free</source>
        <translation>Свободно {n} МБ</translation>
    </message>
    <message>
        <source>Every sale is on this computer until the server confirms it.</source>
        <translation>Каждая продажа на этом компьютере, пока её не подтвердит сервер.</translation>
    </message>
    <message>
        <source>all right</source>
        <translation>в порядке</translation>
    </message>
    <message>
        <source>trouble</source>
        <translation>неполадка</translation>
    </message>
    <message>
        <source>You are offline</source>
        <translation>Вы офлайн</translation>
    </message>
    <message>
        <source>Sales are saved here and sent once the internet is back.</source>
        <translation>Продажи сохраняются здесь и уйдут, когда вернётся интернет.</translation>
    </message>
    <message>
        <source>Open any page in this computer&apos;s browser and log in. Sales are saved here meanwhile.</source>
        <translation>Откройте любую страницу в браузере компьютера и войдите. Продажи пока сохраняются здесь.</translation>
    </message>
    <message>
        <source>The server answers, but not as it should. It is tried again by itself.</source>
        <translation>Сервер отвечает, но не так, как должен. Повторим сами.</translation>
    </message>
    <message>
        <source>The server asked for a pause</source>
        <translation>Сервер попросил паузу</translation>
    </message>
    <message>
        <source>It is tried again by itself.</source>
        <translation>Повторим сами.</translation>
    </message>
    <message>
        <source>Unlock this computer&apos;s keyring. Sales are saved here meanwhile.</source>
        <translation>Разблокируйте хранилище ключей компьютера. Продажи пока сохраняются здесь.</translation>
    </message>
    <message>
        <source>The key belongs to another account than the sales of this till. Nothing is sent to it.</source>
        <translation>Ключ от другого счёта, не от продаж этой кассы. Туда ничего не отправляется.</translation>
    </message>
    <message>
        <source>Correct date and time of this computer, then sending goes on by itself.</source>
        <translation>Исправьте дату и время компьютера, и отправка продолжится сама.</translation>
    </message>
    <message>
        <source>Points are not written any more</source>
        <translation>Баллы больше не записываются</translation>
    </message>
    <message>
        <source>This till&apos;s data was moved or copied here</source>
        <translation>Данные кассы перенесены или скопированы сюда</translation>
    </message>
    <message>
        <source>An old copy of this till&apos;s data was put back</source>
        <translation>Возвращена старая копия данных кассы</translation>
    </message>
    <message>
        <source>Selling goes on, but nothing is sent before somebody says how it is.</source>
        <translation>Продавать можно, но отправки не будет, пока кто-то не скажет, как обстоит дело.</translation>
    </message>
    <message>
        <source>The till stopped by itself. Look into it, then allow it again.</source>
        <translation>Касса остановилась сама. Разберитесь и разрешите снова.</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Отправить</translation>
    </message>
    <message>
        <source>Save a backup file</source>
        <translation>Сделать копию</translation>
    </message>
    <message>
        <source>Saving the backup…</source>
        <translation>Сохраняем копию…</translation>
    </message>
    <message>
        <source>Backup saved</source>
        <translation>Копия сохранена</translation>
    </message>
    <message>
        <source>Table saved</source>
        <translation>Таблица сохранена</translation>
    </message>
    <message>
        <source>waiting {day}</source>
        <translation>ждёт {day}</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Дата</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Время</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Чек</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Клиент</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Телефон</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Карта</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Оплачено</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Баллы</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Статус</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Почему</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>Попытки</translation>
    </message>
    <message>
        <source>Last answer</source>
        <translation>Последний ответ</translation>
    </message>
    <message>
        <source>Sale</source>
        <translation>Продажа</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Запись</translation>
    </message>
    <message>
        <source>The file could not be written. Choose another place.</source>
        <translation>Файл не записан. Выберите другое место.</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Копии</translation>
    </message>
</context>
<context>
    <name>MomentWords</name>
    <message>
        <source>Looking for the card…</source>
        <translation>Ищем карту…</translation>
    </message>
    <message>
        <source>Nobody on this till fits</source>
        <translation>В этой кассе никого нет</translation>
    </message>
    <message>
        <source>Type the whole phone number, or swipe the card.</source>
        <translation>Введите номер целиком или проведите карту.</translation>
    </message>
    <message>
        <source>Sale on card number only</source>
        <translation>Продажа на карту</translation>
    </message>
    <message>
        <source>Unknown number</source>
        <translation>Неизвестный номер</translation>
    </message>
    <message>
        <source>The points wait here until this number is registered.</source>
        <translation>Баллы ждут здесь, пока номер не зарегистрирован.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Сменить</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Оставить</translation>
    </message>
    <message>
        <source>The sale was not saved</source>
        <translation>Продажа не сохранена</translation>
    </message>
    <message>
        <source>The disk did not take it. Please try once more.</source>
        <translation>Диск не принял запись. Повторите, пожалуйста.</translation>
    </message>
    <message>
        <source>That did not work</source>
        <translation>Не получилось</translation>
    </message>
    <message>
        <source>Nothing was changed. Please try once more.</source>
        <translation>Ничего не изменено. Повторите, пожалуйста.</translation>
    </message>
    <message>
        <source>Sending has stopped</source>
        <translation>Отправка остановлена</translation>
    </message>
    <message>
        <source>All sales are saved. Please close the program and start it again.</source>
        <translation>Все продажи сохранены. Закройте программу и запустите снова.</translation>
    </message>
    <message>
        <source>Something went wrong in the program</source>
        <translation>В программе что-то пошло не так</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>Нет ключа</translation>
    </message>
    <message>
        <source>Network wants a log-in</source>
        <translation>Сеть просит войти</translation>
    </message>
    <message>
        <source>Clock is wrong</source>
        <translation>Часы неверны</translation>
    </message>
    <message>
        <source>Other account</source>
        <translation>Другой счёт</translation>
    </message>
    <message>
        <source>Server has trouble</source>
        <translation>Сервер неисправен</translation>
    </message>
    <message>
        <source>Open journal</source>
        <translation>Открыть журнал</translation>
    </message>
    <message>
        <source>Last sales</source>
        <translation>Последние продажи</translation>
    </message>
    <message>
        <source>No sale yet</source>
        <translation>Продаж ещё нет</translation>
    </message>
</context>
<context>
    <name>PeopleWords</name>
    <message>
        <source>New customer</source>
        <translation>Новый клиент</translation>
    </message>
    <message>
        <source>The phone number is enough. The rest can wait.</source>
        <translation>Достаточно телефона. Остальное подождёт.</translation>
    </message>
    <message>
        <source>Save and start the sale</source>
        <translation>Сохранить и продать</translation>
    </message>
    <message>
        <source>Already registered: {name}</source>
        <translation>Уже есть: {name}</translation>
    </message>
    <message>
        <source>Let the customer scan this</source>
        <translation>Дайте клиенту отсканировать</translation>
    </message>
    <message>
        <source>Waiting for the scan…</source>
        <translation>Ждём сканирования…</translation>
    </message>
    <message>
        <source>Card added to the phone</source>
        <translation>Карта в телефоне</translation>
    </message>
    <message numerus="yes">
        <source>Send to %n people</source>
        <translation>
            <numerusform>Отправить %n человеку</numerusform>
            <numerusform>Отправить %n людям</numerusform>
            <numerusform>Отправить %n людям</numerusform>
        </translation>
    </message>
    <message>
        <source>You will be asked once more before sending.</source>
        <translation>Перед отправкой спросим ещё раз.</translation>
    </message>
    <message>
        <source>Print X</source>
        <translation>Печать X</translation>
    </message>
    <message>
        <source>Close shift (Z)</source>
        <translation>Закрыть смену (Z)</translation>
    </message>
    <message numerus="yes">
        <source>%n sales are still waiting to be sent</source>
        <translation>
            <numerusform>%n продажа ещё ждёт отправки</numerusform>
            <numerusform>%n продажи ещё ждут отправки</numerusform>
            <numerusform>%n продаж ещё ждут отправки</numerusform>
        </translation>
    </message>
    <message>
        <source>Who is at the till?</source>
        <translation>Кто за кассой?</translation>
    </message>
    <message>
        <source>Enter your PIN</source>
        <translation>Введите ваш PIN</translation>
    </message>
    <message numerus="yes">
        <source>Wrong PIN, %n tries left</source>
        <translation>
            <numerusform>Неверный PIN, осталась %n попытка</numerusform>
            <numerusform>Неверный PIN, осталось %n попытки</numerusform>
            <numerusform>Неверный PIN, осталось %n попыток</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PrinterWords</name>
    <message>
        <source>Printer</source>
        <translation>Принтер</translation>
    </message>
    <message>
        <source>Points slips for customers. A sale never waits for the printer.</source>
        <translation>Талоны с баллами для клиентов. Продажа никогда не ждёт принтера.</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Связь</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Нет</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Сеть</translation>
    </message>
    <message>
        <source>USB</source>
        <translation>USB</translation>
    </message>
    <message>
        <source>Serial</source>
        <translation>COM-порт</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>This computer&apos;s</source>
        <translation>Системный</translation>
    </message>
    <message>
        <source>Printer&apos;s address, such as 192.168.1.50</source>
        <translation>Адрес принтера, например 192.168.1.50</translation>
    </message>
    <message>
        <source>Empty: the first printer; or its number 04b8:0e15</source>
        <translation>Пусто: первый; или номер 04b8:0e15</translation>
    </message>
    <message>
        <source>Port and speed, such as COM3:9600</source>
        <translation>Порт и скорость, например COM3:9600</translation>
    </message>
    <message>
        <source>Path, such as /dev/usb/lp0</source>
        <translation>Путь, например /dev/usb/lp0</translation>
    </message>
    <message>
        <source>Printer&apos;s name; empty: the computer&apos;s choice</source>
        <translation>Имя принтера; пусто: выбор системы</translation>
    </message>
    <message>
        <source>This computer knows: {names}</source>
        <translation>Компьютер знает: {names}</translation>
    </message>
    <message>
        <source>This computer knows no printer.</source>
        <translation>Компьютер не знает принтеров.</translation>
    </message>
    <message>
        <source>This is not such an address.</source>
        <translation>Это не такой адрес.</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Бумага</translation>
    </message>
    <message>
        <source>{n} mm</source>
        <translation>{n} мм</translation>
    </message>
    <message>
        <source>When to print</source>
        <translation>Когда печатать</translation>
    </message>
    <message>
        <source>When asked for</source>
        <translation>По просьбе</translation>
    </message>
    <message>
        <source>After each sale</source>
        <translation>Всегда</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Отрез</translation>
    </message>
    <message>
        <source>Through</source>
        <translation>Полный</translation>
    </message>
    <message>
        <source>In part</source>
        <translation>Частичный</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Нет</translation>
    </message>
    <message>
        <source>Print a test page</source>
        <translation>Пробная печать</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Сохранено</translation>
    </message>
    <message>
        <source>The next slip comes out of this printer.</source>
        <translation>Следующий талон выйдет из этого принтера.</translation>
    </message>
    <message>
        <source>Slips are not printed. They can be kept as PDF in the Journal.</source>
        <translation>Талоны не печатаются. Их можно сохранить в PDF в журнале.</translation>
    </message>
    <message>
        <source>The test page is printed</source>
        <translation>Пробная страница напечатана</translation>
    </message>
    <message>
        <source>Are all letters there, and is the paper cut? Then save.</source>
        <translation>Все буквы на месте, бумага отрезана? Тогда сохраните.</translation>
    </message>
</context>
<context>
    <name>ProblemWords</name>
    <message>
        <source>Enter the amount first</source>
        <translation>Сначала введите сумму</translation>
    </message>
    <message>
        <source>This is not an amount</source>
        <translation>Это не сумма</translation>
    </message>
    <message>
        <source>The amount must be more than 0</source>
        <translation>Сумма должна быть больше 0</translation>
    </message>
    <message>
        <source>At most 2 decimal places</source>
        <translation>Не более 2 знаков после запятой</translation>
    </message>
    <message>
        <source>At most {limit} in this shop</source>
        <translation>В этом магазине не более {limit}</translation>
    </message>
    <message>
        <source>This is not a number of points</source>
        <translation>Это не число баллов</translation>
    </message>
    <message>
        <source>At most {limit} points on this purchase</source>
        <translation>Не более {limit} баллов</translation>
    </message>
    <message>
        <source>Only {limit} of this sale is left to refund</source>
        <translation>К возврату осталось только {limit}</translation>
    </message>
    <message>
        <source>Nothing of this sale is left to refund</source>
        <translation>По этой продаже возвращать нечего</translation>
    </message>
    <message>
        <source>This sale has no points to give to anybody</source>
        <translation>В этой продаже нет баллов</translation>
    </message>
    <message>
        <source>The points of this sale are somebody&apos;s already</source>
        <translation>Баллы этой продажи уже чьи-то</translation>
    </message>
    <message>
        <source>Only a sale of today can be given to a customer</source>
        <translation>Отдать клиенту можно только сегодняшнюю продажу</translation>
    </message>
    <message numerus="yes">
        <source>%n digits missing</source>
        <translation>
            <numerusform>Не хватает %n цифры</numerusform>
            <numerusform>Не хватает %n цифр</numerusform>
            <numerusform>Не хватает %n цифр</numerusform>
        </translation>
    </message>
    <message>
        <source>Digits are missing</source>
        <translation>Не хватает цифр</translation>
    </message>
    <message>
        <source>Too many digits</source>
        <translation>Слишком много цифр</translation>
    </message>
    <message>
        <source>This is not a phone number</source>
        <translation>Это не номер телефона</translation>
    </message>
    <message>
        <source>This is not a card number</source>
        <translation>Это не номер карты</translation>
    </message>
    <message>
        <source>Swipe a card, or type a phone, card number or name</source>
        <translation>Проведите карту или введите телефон, номер карты или имя</translation>
    </message>
    <message numerus="yes">
        <source>Type at least %n characters</source>
        <translation>
            <numerusform>Введите хотя бы %n знак</numerusform>
            <numerusform>Введите хотя бы %n знака</numerusform>
            <numerusform>Введите хотя бы %n знаков</numerusform>
        </translation>
    </message>
    <message>
        <source>No customer has this number</source>
        <translation>Нет клиента с этим номером</translation>
    </message>
    <message>
        <source>Not on this till. We cannot look online now.</source>
        <translation>В кассе нет. Искать в сети сейчас нельзя.</translation>
    </message>
    <message numerus="yes">
        <source>%n customers fit. Ask for the name or more digits.</source>
        <translation>
            <numerusform>Подходит %n клиент. Спросите имя или ещё цифры.</numerusform>
            <numerusform>Подходят %n клиента. Спросите имя или ещё цифры.</numerusform>
            <numerusform>Подходят %n клиентов. Спросите имя или ещё цифры.</numerusform>
        </translation>
    </message>
    <message>
        <source>That was a bank card. Its number was not shown or saved.</source>
        <translation>Это банковская карта. Её номер не показан и не сохранён.</translation>
    </message>
    <message>
        <source>This code is not a loyalty card.</source>
        <translation>Этот код не карта лояльности.</translation>
    </message>
    <message>
        <source>The card did not read well. Please swipe it once more.</source>
        <translation>Карта плохо прочиталась. Проведите ещё раз.</translation>
    </message>
    <message>
        <source>This is not an e-mail address</source>
        <translation>Это не адрес e-mail</translation>
    </message>
    <message>
        <source>Day, month and year</source>
        <translation>День, месяц и год</translation>
    </message>
    <message>
        <source>The customer has to agree to the rules first</source>
        <translation>Клиент должен сначала согласиться с правилами</translation>
    </message>
    <message>
        <source>Already registered: {name}</source>
        <translation>Уже есть: {name}</translation>
    </message>
    <message>
        <source>Nobody can be their own referrer</source>
        <translation>Нельзя рекомендовать самого себя</translation>
    </message>
    <message>
        <source>Nothing was changed</source>
        <translation>Ничего не изменено</translation>
    </message>
    <message>
        <source>The SMS was sent already, or may have been: it is not sent again</source>
        <translation>SMS уже отправлена или могла уйти: повторно не отправляем</translation>
    </message>
    <message>
        <source>The registration has not reached the server yet: the link comes with its answer</source>
        <translation>Регистрация ещё не дошла до сервера: ссылка придёт с его ответом</translation>
    </message>
    <message>
        <source>The whole balance can be used</source>
        <translation>Можно списать весь баланс</translation>
    </message>
    <message>
        <source>{points} points must stay on the account</source>
        <translation>На счёте должно остаться баллов: {points}</translation>
    </message>
    <message>
        <source>The whole purchase can be paid with points</source>
        <translation>Покупку можно оплатить баллами целиком</translation>
    </message>
    <message>
        <source>Up to half of the purchase</source>
        <translation>До половины покупки</translation>
    </message>
    <message>
        <source>Up to {percent} of the purchase</source>
        <translation>До {percent} покупки</translation>
    </message>
    <message>
        <source>A small part must be paid in money</source>
        <translation>Небольшую часть нужно оплатить деньгами</translation>
    </message>
    <message>
        <source>Points cannot be used offline</source>
        <translation>Офлайн баллы списать нельзя</translation>
    </message>
    <message>
        <source>The balance is too old to use points offline</source>
        <translation>Баланс слишком старый для списания офлайн</translation>
    </message>
    <message>
        <source>Offline, points need the card to be swiped</source>
        <translation>Офлайн для баллов нужно провести карту</translation>
    </message>
    <message>
        <source>Offline at most {points} points</source>
        <translation>Офлайн не более {points} баллов</translation>
    </message>
    <message>
        <source>Points can be used once we know the balance. Offer it on the next visit.</source>
        <translation>Баллы можно списать, когда известен баланс. Предложите в следующий раз.</translation>
    </message>
</context>
<context>
    <name>ReaderWords</name>
    <message>
        <source>Card reader</source>
        <translation>Считыватель карт</translation>
    </message>
    <message>
        <source>Card numbers</source>
        <translation>Номера карт</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Подключить</translation>
    </message>
    <message>
        <source>Swipe</source>
        <translation>Провести</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Готово</translation>
    </message>
    <message>
        <source>Swipe a loyalty card</source>
        <translation>Проведите карту лояльности</translation>
    </message>
    <message>
        <source>Swipe it three times. We will find the right settings.</source>
        <translation>Проведите её трижды. Мы подберём настройки.</translation>
    </message>
    <message>
        <source>This reader works</source>
        <translation>Считыватель работает</translation>
    </message>
    <message>
        <source>Save the settings for this till.</source>
        <translation>Сохранить настройки для этой кассы.</translation>
    </message>
    <message>
        <source>Saved for this till</source>
        <translation>Сохранено для этой кассы</translation>
    </message>
    <message>
        <source>The till uses it from now on.</source>
        <translation>Касса теперь ими пользуется.</translation>
    </message>
    <message>
        <source>The default settings are in use</source>
        <translation>Действуют настройки по умолчанию</translation>
    </message>
    <message>
        <source>They serve most readers. Swipe a card three times to fit them to yours.</source>
        <translation>Они подходят большинству. Проведите карту трижды, чтобы подогнать их под ваш.</translation>
    </message>
    <message numerus="yes">
        <source>%n of 3 swipes</source>
        <translation>
            <numerusform>%n из 3</numerusform>
            <numerusform>%n из 3</numerusform>
            <numerusform>%n из 3</numerusform>
        </translation>
    </message>
    <message>
        <source>Test field</source>
        <translation>Пробное поле</translation>
    </message>
    <message>
        <source>Listening</source>
        <translation>Слушаем</translation>
    </message>
    <message>
        <source>Nothing arrived yet</source>
        <translation>Пока ничего не пришло</translation>
    </message>
    <message>
        <source>Not shown</source>
        <translation>Не показано</translation>
    </message>
    <message>
        <source>{n} ms</source>
        <translation>{n} мс</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Начало</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Конец</translation>
    </message>
    <message>
        <source>Track</source>
        <translation>Дорожка</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Скорость</translation>
    </message>
    <message>
        <source>recognised</source>
        <translation>есть</translation>
    </message>
    <message>
        <source>none</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>number alone</source>
        <translation>только номер</translation>
    </message>
    <message>
        <source>per character</source>
        <translation>на знак</translation>
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
        <translation>Это считыватель, а не ручной ввод</translation>
    </message>
    <message numerus="yes">
        <source>%n digits in {ms} ms</source>
        <translation>
            <numerusform>%n цифра за {ms} мс</numerusform>
            <numerusform>%n цифры за {ms} мс</numerusform>
            <numerusform>%n цифр за {ms} мс</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n characters in {ms} ms</source>
        <translation>
            <numerusform>%n знак за {ms} мс</numerusform>
            <numerusform>%n знака за {ms} мс</numerusform>
            <numerusform>%n знаков за {ms} мс</numerusform>
        </translation>
    </message>
    <message>
        <source>The digits are right</source>
        <translation>Цифры верны</translation>
    </message>
    <message>
        <source>The digits are right on this keyboard too</source>
        <translation>Цифры верны и на этой клавиатуре</translation>
    </message>
    <message>
        <source>Reader and computer agree</source>
        <translation>Считыватель и компьютер согласны</translation>
    </message>
    <message>
        <source>Keys are read by place, not by letter</source>
        <translation>Клавиши читаются по месту, а не по букве</translation>
    </message>
    <message>
        <source>The reader is set to this keyboard</source>
        <translation>Считыватель настроен на эту клавиатуру</translation>
    </message>
    <message>
        <source>Bank cards are refused</source>
        <translation>Банковские карты отклоняются</translation>
    </message>
    <message>
        <source>Checked with a test number</source>
        <translation>Проверено на пробном номере</translation>
    </message>
    <message>
        <source>Bank cards would pass</source>
        <translation>Банковские карты прошли бы</translation>
    </message>
    <message>
        <source>Make the card numbers more exact</source>
        <translation>Задайте номера карт точнее</translation>
    </message>
    <message>
        <source>First swipe</source>
        <translation>Первый раз</translation>
    </message>
    <message>
        <source>Second swipe</source>
        <translation>Второй раз</translation>
    </message>
    <message>
        <source>Third swipe</source>
        <translation>Третий раз</translation>
    </message>
    <message>
        <source>Waiting…</source>
        <translation>Ждём…</translation>
    </message>
    <message>
        <source>All three were the same</source>
        <translation>Все три раза одинаково</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>Сначала</translation>
    </message>
    <message>
        <source>Use default</source>
        <translation>По умолчанию</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>The settings were not saved</source>
        <translation>Настройки не сохранены</translation>
    </message>
    <message>
        <source>The disk did not take them. The old settings stay in use. Please try once more.</source>
        <translation>Диск не принял запись. Действуют прежние. Повторите, пожалуйста.</translation>
    </message>
    <message>
        <source>That was a bank card</source>
        <translation>Это банковская карта</translation>
    </message>
    <message>
        <source>That was an identity document</source>
        <translation>Это документ личности</translation>
    </message>
    <message>
        <source>The reader could not read the card</source>
        <translation>Считыватель не прочитал карту</translation>
    </message>
    <message>
        <source>A part of the card is missing</source>
        <translation>Часть карты не прочитана</translation>
    </message>
    <message>
        <source>Switch on Enter after the card</source>
        <translation>Включите Enter после карты</translation>
    </message>
    <message>
        <source>Make the reader faster</source>
        <translation>Ускорьте считыватель</translation>
    </message>
    <message>
        <source>The number is too short</source>
        <translation>Номер слишком короткий</translation>
    </message>
    <message>
        <source>Switch off control characters</source>
        <translation>Отключите управляющие знаки</translation>
    </message>
    <message>
        <source>Not the same as the swipe before</source>
        <translation>Не так, как в прошлый раз</translation>
    </message>
    <message>
        <source>Set the reader to a US keyboard</source>
        <translation>Задайте считывателю раскладку US</translation>
    </message>
    <message>
        <source>Its number was not shown or saved. Please swipe the loyalty card instead.</source>
        <translation>Её номер не показан и не сохранён. Проведите карту лояльности.</translation>
    </message>
    <message>
        <source>Nothing of it was shown or saved. Please swipe the loyalty card instead.</source>
        <translation>Ничего не показано и не сохранено. Проведите карту лояльности.</translation>
    </message>
    <message>
        <source>Swipe it once more, evenly. If that does not help, try another card or clean the reader.</source>
        <translation>Проведите ещё раз, ровно. Если не поможет, возьмите другую карту или почистите считыватель.</translation>
    </message>
    <message>
        <source>Swipe it once more, from end to end. If that does not help, clean the reader.</source>
        <translation>Проведите ещё раз от края до края. Если не поможет, почистите считыватель.</translation>
    </message>
    <message>
        <source>The reader sends digits only, {speed} each, and no Enter. That looks like typing. Its manual calls it suffix or terminator.</source>
        <translation>Считыватель шлёт только цифры, по {speed}, без Enter. Похоже на ручной ввод. В руководстве это suffix или terminator.</translation>
    </message>
    <message>
        <source>It needs {speed} for a character, which looks like typing. Set 20 ms or less; its manual calls it inter-character delay.</source>
        <translation>Ему нужно {speed} на знак, похоже на ручной ввод. Поставьте 20 мс или меньше; в руководстве это inter-character delay.</translation>
    </message>
    <message numerus="yes">
        <source>%n characters look like typing. Let the reader send the marks ; and ? of the track.</source>
        <translation>
            <numerusform>%n знак похож на ручной ввод. Пусть считыватель шлёт метки дорожки ; и ?.</numerusform>
            <numerusform>%n знака похожи на ручной ввод. Пусть считыватель шлёт метки дорожки ; и ?.</numerusform>
            <numerusform>%n знаков похожи на ручной ввод. Пусть считыватель шлёт метки дорожки ; и ?.</numerusform>
        </translation>
    </message>
    <message>
        <source>The reader sends keys that are no letters or digits. Switch off its function keys and Ctrl codes.</source>
        <translation>Считыватель шлёт клавиши, которые не буквы и не цифры. Отключите функциональные клавиши и коды Ctrl.</translation>
    </message>
    <message>
        <source>Use one card for all three swipes. If it was the same card, clean the reader and start over.</source>
        <translation>Проводите одну и ту же карту. Если она одна, почистите считыватель и начните сначала.</translation>
    </message>
    <message>
        <source>It types with Alt codes. That works, but it is slow and opens menus in other programs.</source>
        <translation>Он вводит кодами Alt. Это работает, но медленно и открывает меню в других программах.</translation>
    </message>
    <message>
        <source>Numbers of your cards</source>
        <translation>Номера ваших карт</translation>
    </message>
    <message>
        <source>With these, no other number is taken for a customer&apos;s card, and yours are never taken for bank cards.</source>
        <translation>Тогда другой номер не сочтут картой клиента, а ваши не сочтут банковскими.</translation>
    </message>
    <message>
        <source>A beginning such as 2000, or a regular expression for the whole number such as 2000[0-9]+.</source>
        <translation>Начало, например 2000, или регулярное выражение для всего номера, например 2000[0-9]+.</translation>
    </message>
    <message>
        <source>Beginning or expression</source>
        <translation>Начало или выражение</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Добавить</translation>
    </message>
    <message>
        <source>Remove {number}</source>
        <translation>Убрать {number}</translation>
    </message>
    <message>
        <source>This is not a regular expression</source>
        <translation>Это не регулярное выражение</translation>
    </message>
    <message>
        <source>This could take for ever: a repetition inside a repetition</source>
        <translation>Это могло бы длиться вечно: повтор внутри повтора</translation>
    </message>
    <message>
        <source>This is too long</source>
        <translation>Слишком длинно</translation>
    </message>
    <message>
        <source>This is here already</source>
        <translation>Это уже есть</translation>
    </message>
    <message>
        <source>Last card</source>
        <translation>Последняя карта</translation>
    </message>
    <message>
        <source>Swipe a card to try the numbers.</source>
        <translation>Проведите карту для проверки номеров.</translation>
    </message>
    <message>
        <source>This card matches</source>
        <translation>Эта карта подходит</translation>
    </message>
    <message>
        <source>This card does not match</source>
        <translation>Эта карта не подходит</translation>
    </message>
    <message>
        <source>Without numbers, every card is taken</source>
        <translation>Без номеров годится любая карта</translation>
    </message>
</context>
<context>
    <name>RegisterWords</name>
    <message>
        <source>New customer</source>
        <translation>Новый клиент</translation>
    </message>
    <message>
        <source>The phone number is enough. The rest can wait.</source>
        <translation>Достаточно телефона. Остальное подождёт.</translation>
    </message>
    <message>
        <source>Edit customer</source>
        <translation>Изменить клиента</translation>
    </message>
    <message>
        <source>Only what you change is sent. The points stay as they are.</source>
        <translation>Отправится только изменённое. Баллы остаются.</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Телефон</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>Surname</source>
        <translation>Фамилия</translation>
    </message>
    <message>
        <source>Birthday</source>
        <translation>День рождения</translation>
    </message>
    <message>
        <source>Day, month, year</source>
        <translation>День, месяц, год</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Promo code</source>
        <translation>Промокод</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>можно без</translation>
    </message>
    <message>
        <source>1 digit differs from {name}</source>
        <translation>1 цифра не как у {name}</translation>
    </message>
    <message>
        <source>Referrer&apos;s phone</source>
        <translation>Кто рекомендовал</translation>
    </message>
    <message>
        <source>Agrees with the rules</source>
        <translation>Согласие с правилами</translation>
    </message>
    <message>
        <source>Needed to collect points. Aloud is enough; time and till are kept.</source>
        <translation>Нужно для баллов. Достаточно устно; время и касса сохранятся.</translation>
    </message>
    <message>
        <source>Wants news and offers</source>
        <translation>Хочет новости и акции</translation>
    </message>
    <message>
        <source>Can be changed any time in the phone card.</source>
        <translation>Можно изменить в карте в телефоне.</translation>
    </message>
    <message>
        <source>To give them a card, swipe it now.</source>
        <translation>Чтобы дать карту, проведите её сейчас.</translation>
    </message>
    <message>
        <source>Card {card} was read</source>
        <translation>Карта {card} прочитана</translation>
    </message>
    <message>
        <source>It becomes this customer&apos;s card.</source>
        <translation>Она станет картой этого клиента.</translation>
    </message>
    <message>
        <source>It takes the place of the card they have: the old one stops working.</source>
        <translation>Она заменит прежнюю: та больше не будет работать.</translation>
    </message>
    <message>
        <source>Use this card</source>
        <translation>Взять эту карту</translation>
    </message>
    <message>
        <source>No, leave it</source>
        <translation>Нет, не нужно</translation>
    </message>
    <message>
        <source>Card {card} goes to this customer</source>
        <translation>Карта {card} для этого клиента</translation>
    </message>
    <message>
        <source>This card belongs to {name}</source>
        <translation>Эта карта уже у {name}</translation>
    </message>
    <message>
        <source>It stays theirs. Swipe another card.</source>
        <translation>Она остаётся там. Проведите другую карту.</translation>
    </message>
    <message>
        <source>Without the card</source>
        <translation>Без карты</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Save and start the sale</source>
        <translation>Сохранить и продать</translation>
    </message>
    <message>
        <source>Save changes</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Start the sale</source>
        <translation>Начать продажу</translation>
    </message>
    <message>
        <source>Another customer</source>
        <translation>Ещё клиент</translation>
    </message>
    <message>
        <source>The disk did not take it: nothing was saved. Please try once more.</source>
        <translation>Диск не принял запись: ничего не сохранено. Повторите, пожалуйста.</translation>
    </message>
    <message>
        <source>Card in the phone</source>
        <translation>Карта в телефон</translation>
    </message>
    <message>
        <source>The code is here once you have saved.</source>
        <translation>Код появится здесь после сохранения.</translation>
    </message>
    <message>
        <source>Registering…</source>
        <translation>Регистрируем…</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Сохранено</translation>
    </message>
    <message>
        <source>The link follows once the shop is online.</source>
        <translation>Ссылка придёт, когда магазин будет в сети.</translation>
    </message>
    <message>
        <source>The customer is saved and is sent by itself. The sale can start.</source>
        <translation>Клиент сохранён и отправится сам. Можно начать продажу.</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Готово</translation>
    </message>
    <message>
        <source>Let the customer scan this</source>
        <translation>Дайте клиенту отсканировать</translation>
    </message>
    <message>
        <source>It opens in the Apple or Google Wallet.</source>
        <translation>Откроется в Apple или Google Wallet.</translation>
    </message>
    <message>
        <source>Waiting for the scan…</source>
        <translation>Ждём сканирования…</translation>
    </message>
    <message>
        <source>Card added to the phone</source>
        <translation>Карта в телефоне</translation>
    </message>
    <message>
        <source>The customer is registered. The server gave no link for a phone card.</source>
        <translation>Клиент зарегистрирован. Сервер не дал ссылки на карту в телефон.</translation>
    </message>
    <message>
        <source>A decision is needed</source>
        <translation>Нужно решение</translation>
    </message>
    <message>
        <source>The sale can start. Look into Sync what has to be decided.</source>
        <translation>Можно начать продажу. Что решить, видно в обмене.</translation>
    </message>
    <message>
        <source>Enlarge</source>
        <translation>Увеличить</translation>
    </message>
    <message>
        <source>Any key or a tap closes it.</source>
        <translation>Закроет любая клавиша или касание.</translation>
    </message>
    <message>
        <source>Code of the customer&apos;s wallet card</source>
        <translation>Код карты клиента для Wallet</translation>
    </message>
    <message>
        <source>Send SMS</source>
        <translation>По SMS</translation>
    </message>
    <message>
        <source>An SMS is paid from the shop&apos;s account, where {credit} are left.</source>
        <translation>SMS оплачивается со счёта магазина, там осталось {credit}.</translation>
    </message>
    <message>
        <source>Send it</source>
        <translation>Отправить</translation>
    </message>
    <message>
        <source>Do not send</source>
        <translation>Не слать</translation>
    </message>
    <message>
        <source>Your loyalty card: %link%</source>
        <translation>Ваша карта лояльности: %link%</translation>
    </message>
    <message>
        <source>SMS sent</source>
        <translation>SMS отправлена</translation>
    </message>
    <message>
        <source>Sending the SMS…</source>
        <translation>Отправляем SMS…</translation>
    </message>
    <message>
        <source>The SMS was not sent</source>
        <translation>SMS не отправлена</translation>
    </message>
    <message>
        <source>The SMS may have been sent</source>
        <translation>SMS, возможно, отправлена</translation>
    </message>
    <message>
        <source>The shop&apos;s account is used up: no SMS can be sent.</source>
        <translation>Счёт магазина исчерпан: SMS отправить нельзя.</translation>
    </message>
    <message>
        <source>No SMS can be sent now: the server does not answer.</source>
        <translation>SMS сейчас не отправить: сервер не отвечает.</translation>
    </message>
</context>
<context>
    <name>SaleWords</name>
    <message>
        <source>Swipe, scan, phone or name</source>
        <translation>Карта, код, телефон или имя</translation>
    </message>
    <message>
        <source>Card, code or phone…</source>
        <translation>Карта, код, телефон…</translation>
    </message>
    <message>
        <source>Find customer, swipe, scan or type</source>
        <translation>Найти клиента: карта, код или ввод</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Очистить</translation>
    </message>
    <message>
        <source>Who is shopping?</source>
        <translation>Кто покупает?</translation>
    </message>
    <message>
        <source>Start any way you like. No click needed first.</source>
        <translation>Начните как удобно. Нажимать ничего не нужно.</translation>
    </message>
    <message>
        <source>Swipe the loyalty card</source>
        <translation>Проведите карту</translation>
    </message>
    <message>
        <source>Scan the code in the phone</source>
        <translation>Отсканируйте код в телефоне</translation>
    </message>
    <message>
        <source>Type phone, card or name</source>
        <translation>Введите телефон или имя</translation>
    </message>
    <message>
        <source>Any format, last 3 digits will do</source>
        <translation>Хватит 3 последних цифр</translation>
    </message>
    <message>
        <source>Reader ready</source>
        <translation>Считыватель готов</translation>
    </message>
    <message>
        <source>Scanner ready</source>
        <translation>Сканер готов</translation>
    </message>
    <message>
        <source>Reader not connected</source>
        <translation>Считыватель не подключён</translation>
    </message>
    <message>
        <source>Just served</source>
        <translation>Только что были</translation>
    </message>
    <message>
        <source>Register new customer</source>
        <translation>Новый клиент</translation>
    </message>
    <message>
        <source>Register customer</source>
        <translation>Новый клиент</translation>
    </message>
    <message numerus="yes">
        <source>%n customers</source>
        <translation>
            <numerusform>%n клиент</numerusform>
            <numerusform>%n клиента</numerusform>
            <numerusform>%n клиентов</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking online for more…</source>
        <translation>Ищем ещё в сети…</translation>
    </message>
    <message>
        <source>Not in the list?</source>
        <translation>Нет в списке?</translation>
    </message>
    <message>
        <source>Register a new customer</source>
        <translation>Зарегистрировать клиента</translation>
    </message>
    <message numerus="yes">
        <source>%n customers end in {digits}</source>
        <translation>
            <numerusform>%n клиент с номером на {digits}</numerusform>
            <numerusform>%n клиента с номером на {digits}</numerusform>
            <numerusform>%n клиентов с номером на {digits}</numerusform>
        </translation>
    </message>
    <message>
        <source>Ask for the name, then choose.</source>
        <translation>Спросите имя и выберите.</translation>
    </message>
    <message>
        <source>Arrows and Enter, or type more digits</source>
        <translation>Стрелки и Enter или ещё цифры</translation>
    </message>
    <message>
        <source>{name}, phone ends in {digits}, {points}</source>
        <translation>{name}, телефон на {digits}, {points}</translation>
    </message>
    <message>
        <source>No customer has this number</source>
        <translation>Нет клиента с этим номером</translation>
    </message>
    <message>
        <source>Checked on this till and online just now.</source>
        <translation>Только что проверено в кассе и в сети.</translation>
    </message>
    <message>
        <source>Not on this till. We cannot look online now.</source>
        <translation>В кассе нет. Искать в сети сейчас нельзя.</translation>
    </message>
    <message>
        <source>Register this number</source>
        <translation>Записать номер</translation>
    </message>
    <message>
        <source>Sale on phone number only</source>
        <translation>Продажа только на номер</translation>
    </message>
    <message>
        <source>Fix the number</source>
        <translation>Исправить номер</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>Баланс</translation>
    </message>
    <message numerus="yes">
        <source>points</source>
        <comment>unit</comment>
        <translation>
            <numerusform>балл</numerusform>
            <numerusform>балла</numerusform>
            <numerusform>баллов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>points</source>
        <comment>unit after a decimal number</comment>
        <translation>
            <numerusform>балла</numerusform>
            <numerusform>балла</numerusform>
            <numerusform>балла</numerusform>
        </translation>
    </message>
    <message>
        <source>Bonus</source>
        <translation>Бонус</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>Скидка</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>неизвестно</translation>
    </message>
    <message>
        <source>= {sum}</source>
        <translation>= {sum}</translation>
    </message>
    <message>
        <source>Card in phone</source>
        <translation>Карта в телефоне</translation>
    </message>
    <message>
        <source>In phone</source>
        <translation>В телефоне</translation>
    </message>
    <message>
        <source>No phone card</source>
        <translation>Нет в телефоне</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Сейчас</translation>
    </message>
    <message>
        <source>Updated now</source>
        <translation>Только что обновлено</translation>
    </message>
    <message>
        <source>As of {time}</source>
        <translation>На {time}</translation>
    </message>
    <message>
        <source>owes {points}</source>
        <translation>долг {points}</translation>
    </message>
    <message>
        <source>includes {points} not sent yet</source>
        <translation>вкл. неотправленные {points}</translation>
    </message>
    <message>
        <source>Phone ends in {digits}</source>
        <translation>Телефон на {digits}</translation>
    </message>
    <message>
        <source>Card ends in {digits}</source>
        <translation>Карта на {digits}</translation>
    </message>
    <message>
        <source>Loyalty card</source>
        <translation>Карта лояльности</translation>
    </message>
    <message>
        <source>Balance {balance}, {freshness}</source>
        <translation>Баланс {balance}, {freshness}</translation>
    </message>
    <message>
        <source>Birthday today</source>
        <translation>Сегодня день рождения</translation>
    </message>
    <message numerus="yes">
        <source>Birthday in %n days</source>
        <translation>
            <numerusform>День рождения через %n день</numerusform>
            <numerusform>День рождения через %n дня</numerusform>
            <numerusform>День рождения через %n дней</numerusform>
        </translation>
    </message>
    <message>
        <source>{date} · offer a treat</source>
        <translation>{date} · порадуйте</translation>
    </message>
    <message>
        <source>Last visit {date}</source>
        <translation>Прошлый визит {date}</translation>
    </message>
    <message>
        <source>Purchase today {time}</source>
        <translation>Покупка сегодня {time}</translation>
    </message>
    <message numerus="yes">
        <source>{sum} · %n visits this year</source>
        <translation>
            <numerusform>{sum} · %n визит в этом году</numerusform>
            <numerusform>{sum} · %n визита в этом году</numerusform>
            <numerusform>{sum} · %n визитов в этом году</numerusform>
        </translation>
    </message>
    <message>
        <source>History</source>
        <translation>История</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Сообщение</translation>
    </message>
    <message>
        <source>Close the customer</source>
        <translation>Закрыть клиента</translation>
    </message>
    <message>
        <source>Change to {name}? The amount stays.</source>
        <translation>Сменить на {name}? Сумма останется.</translation>
    </message>
    <message>
        <source>You are offline</source>
        <translation>Вы офлайн</translation>
    </message>
    <message>
        <source>Sales are saved and sent later.</source>
        <translation>Продажи сохраняются и уйдут позже.</translation>
    </message>
    <message>
        <source>Unknown card</source>
        <translation>Новая карта</translation>
    </message>
    <message>
        <source>You can still record the sale</source>
        <translation>Продажу всё равно можно записать</translation>
    </message>
    <message>
        <source>We will find the customer and add the points once the internet is back.</source>
        <translation>Найдём клиента и начислим баллы, когда вернётся интернет.</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Телефон</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>можно без</translation>
    </message>
    <message>
        <source>Helps if the card is not in the system yet.</source>
        <translation>Поможет, если карты ещё нет в системе.</translation>
    </message>
    <message>
        <source>Not possible offline</source>
        <translation>Офлайн нельзя</translation>
    </message>
    <message>
        <source>Redeem points (we do not know the balance)</source>
        <translation>Списать баллы (баланс неизвестен)</translation>
    </message>
    <message>
        <source>Personal discount (we do not know the rate)</source>
        <translation>Личная скидка (ставка неизвестна)</translation>
    </message>
    <message>
        <source>That was a bank card</source>
        <translation>Это банковская карта</translation>
    </message>
    <message>
        <source>Its number was not shown or saved. Please swipe the loyalty card instead.</source>
        <translation>Её номер не показан и не сохранён. Проведите карту лояльности.</translation>
    </message>
    <message>
        <source>Payment cards are spotted at the reader and dropped at once.</source>
        <translation>Банковские карты узнаются в считывателе и сразу отбрасываются.</translation>
    </message>
    <message>
        <source>Waiting for the next swipe…</source>
        <translation>Ждём следующую карту…</translation>
    </message>
    <message>
        <source>Find by phone</source>
        <translation>По телефону</translation>
    </message>
    <message>
        <source>The card did not read well. Please swipe it once more.</source>
        <translation>Карта плохо прочиталась. Проведите ещё раз.</translation>
    </message>
    <message>
        <source>This code is not a loyalty card.</source>
        <translation>Этот код не карта лояльности.</translation>
    </message>
    <message>
        <source>This card is blocked. Ask for another card or phone.</source>
        <translation>Эта карта заблокирована. Попросите другую карту или телефон.</translation>
    </message>
</context>
<context>
    <name>SetupWords</name>
    <message>
        <source>Set up this till</source>
        <translation>Настройте эту кассу</translation>
    </message>
    <message>
        <source>About five minutes. You can stop and continue later.</source>
        <translation>Минут пять. Можно прерваться и продолжить позже.</translation>
    </message>
    <message>
        <source>Step {number} of {count}</source>
        <translation>Шаг {number} из {count}</translation>
    </message>
    <message>
        <source>Language and shop</source>
        <translation>Язык и магазин</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Связь</translation>
    </message>
    <message>
        <source>Balances</source>
        <translation>Балансы</translation>
    </message>
    <message>
        <source>Programme</source>
        <translation>Программа</translation>
    </message>
    <message>
        <source>Card reader</source>
        <translation>Считыватель карт</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Принтер</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>Проба</translation>
    </message>
    <message>
        <source>Names, country, money</source>
        <translation>Названия, страна, деньги</translation>
    </message>
    <message>
        <source>Where your customers live</source>
        <translation>Где ваши клиенты</translation>
    </message>
    <message>
        <source>Who else changes them</source>
        <translation>Кто ещё их меняет</translation>
    </message>
    <message>
        <source>What points are worth</source>
        <translation>Сколько стоят баллы</translation>
    </message>
    <message>
        <source>One minute, with a test</source>
        <translation>Минута вместе с пробой</translation>
    </message>
    <message>
        <source>Can be skipped</source>
        <translation>Можно пропустить</translation>
    </message>
    <message>
        <source>A sale that does not count</source>
        <translation>Продажа не в счёт</translation>
    </message>
    <message>
        <source>Connect to your loyalty programme</source>
        <translation>Подключите программу лояльности</translation>
    </message>
    <message>
        <source>Does anything else change balances?</source>
        <translation>Меняет ли балансы что-то ещё?</translation>
    </message>
    <message>
        <source>Your programme</source>
        <translation>Ваша программа</translation>
    </message>
    <message>
        <source>Printer for slips</source>
        <translation>Принтер талонов</translation>
    </message>
    <message>
        <source>A first sale for practice</source>
        <translation>Первая пробная продажа</translation>
    </message>
    <message>
        <source>The names stand at the top of the till and on every slip.</source>
        <translation>Названия видны вверху кассы и на каждом талоне.</translation>
    </message>
    <message>
        <source>Copy the key from your PassQuare account page, or scan it from there.</source>
        <translation>Скопируйте ключ со страницы счёта PassQuare или отсканируйте его там.</translation>
    </message>
    <message>
        <source>This decides how points are sent, so that none is lost and none counts twice.</source>
        <translation>От этого зависит, как отправлять баллы, чтобы ни один не пропал и не посчитался дважды.</translation>
    </message>
    <message>
        <source>How points may be used. Bonus and discount come with each customer.</source>
        <translation>Как списывать баллы. Бонус и скидка у каждого клиента свои.</translation>
    </message>
    <message>
        <source>Swipe any card of yours three times. Without a reader go on.</source>
        <translation>Проведите трижды любую вашу карту. Без считывателя идите дальше.</translation>
    </message>
    <message>
        <source>Choose how it is connected, and print a test page. Without a printer go on.</source>
        <translation>Выберите подключение и напечатайте пробную страницу. Без принтера идите дальше.</translation>
    </message>
    <message>
        <source>Against a make-believe server, with made-up customers. Nothing of it is sent or kept.</source>
        <translation>С учебным сервером и выдуманными клиентами. Ничего не отправится и не сохранится.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Продолжить</translation>
    </message>
    <message>
        <source>Finish and open the till</source>
        <translation>Закончить и открыть кассу</translation>
    </message>
    <message>
        <source>Practise a sale</source>
        <translation>Пробная продажа</translation>
    </message>
    <message>
        <source>Work offline for now</source>
        <translation>Пока работать офлайн</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>Name of the shop</source>
        <translation>Название магазина</translation>
    </message>
    <message>
        <source>Name of this till</source>
        <translation>Название кассы</translation>
    </message>
    <message>
        <source>Riverside Café</source>
        <translation>Кафе у моста</translation>
    </message>
    <message>
        <source>Till 2</source>
        <translation>Касса 2</translation>
    </message>
    <message>
        <source>Country of the phone numbers</source>
        <translation>Страна телефонов</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Валюта</translation>
    </message>
    <message>
        <source>Please give it a name</source>
        <translation>Дайте название, пожалуйста</translation>
    </message>
    <message>
        <source>Programme address</source>
        <translation>Адрес программы</translation>
    </message>
    <message>
        <source>Till key (app_key)</source>
        <translation>Ключ кассы (app_key)</translation>
    </message>
    <message>
        <source>Please enter the key</source>
        <translation>Введите ключ, пожалуйста</translation>
    </message>
    <message>
        <source>The key goes to the system keyring of this computer, never to a file. It is not shown again.</source>
        <translation>Ключ уходит в системное хранилище ключей, в файл никогда. Больше он не показывается.</translation>
    </message>
    <message>
        <source>This computer has no keyring: the key is kept nowhere, and asked for at each start of the till.</source>
        <translation>Хранилища ключей нет: ключ нигде не хранится, касса спросит его при каждом запуске.</translation>
    </message>
    <message>
        <source>Server answers</source>
        <translation>Сервер отвечает</translation>
    </message>
    <message>
        <source>Key accepted</source>
        <translation>Ключ принят</translation>
    </message>
    <message>
        <source>Enter the key first</source>
        <translation>Сначала введите ключ</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>Спрашиваем…</translation>
    </message>
    <message>
        <source>{host}, {n} ms</source>
        <translation>{host}, {n} мс</translation>
    </message>
    <message>
        <source>{account} · prepaid balance {balance}</source>
        <translation>{account} · остаток {balance}</translation>
    </message>
    <message>
        <source>fine</source>
        <translation>верно</translation>
    </message>
    <message>
        <source>not right yet</source>
        <translation>пока нет</translation>
    </message>
    <message>
        <source>This is not an address that begins with https://</source>
        <translation>Этот адрес не начинается с https://</translation>
    </message>
    <message>
        <source>The server does not accept this key. Please copy it once more.</source>
        <translation>Сервер не принимает этот ключ. Скопируйте его ещё раз.</translation>
    </message>
    <message>
        <source>The server asks to wait a little. Please try again in a minute.</source>
        <translation>Сервер просит немного подождать. Повторите через минуту.</translation>
    </message>
    <message>
        <source>The server cannot be reached now. Is the internet there, and the address right?</source>
        <translation>Сервер сейчас недоступен. Есть ли интернет, верен ли адрес?</translation>
    </message>
    <message>
        <source>The keyring of this computer does not take the key: it may be locked. Please unlock it.</source>
        <translation>Хранилище ключей не принимает ключ: возможно, оно заблокировано. Разблокируйте его.</translation>
    </message>
    <message>
        <source>The answers could not be written to the disk. Please look at the disk and try again.</source>
        <translation>Ответы не записаны на диск. Проверьте диск и повторите.</translation>
    </message>
    <message>
        <source>What answers at this address is not the expected server.</source>
        <translation>По этому адресу отвечает не тот сервер.</translation>
    </message>
    <message>
        <source>No, only this till</source>
        <translation>Нет, только эта касса</translation>
    </message>
    <message>
        <source>One till, and nobody edits points in the dashboard.</source>
        <translation>Одна касса, и в личном кабинете баллы никто не меняет.</translation>
    </message>
    <message>
        <source>Somebody edits them by hand now and then</source>
        <translation>Кто-то иногда меняет их вручную</translation>
    </message>
    <message>
        <source>One till, and the dashboard. An edit in the very second of a sale can be lost.</source>
        <translation>Касса и личный кабинет. Правка в секунду продажи может пропасть.</translation>
    </message>
    <message>
        <source>Our own CRM keeps the balances</source>
        <translation>Да, наша CRM</translation>
    </message>
    <message>
        <source>Any number of tills. Points are added there, each sale once.</source>
        <translation>Сколько угодно касс. Баллы начисляются там, каждая продажа один раз.</translation>
    </message>
    <message>
        <source>Address of the CRM</source>
        <translation>Адрес CRM</translation>
    </message>
    <message>
        <source>Key of the CRM (crm_key)</source>
        <translation>Ключ CRM (crm_key)</translation>
    </message>
    <message>
        <source>User at the CRM</source>
        <translation>Пользователь CRM</translation>
    </message>
    <message>
        <source>Password at the CRM</source>
        <translation>Пароль CRM</translation>
    </message>
    <message>
        <source>The CRM asks for a user and a password</source>
        <translation>CRM спрашивает имя и пароль</translation>
    </message>
    <message>
        <source>Try it on a test customer (may be left out)</source>
        <translation>Испытать на пробном клиенте (можно без)</translation>
    </message>
    <message>
        <source>0.01 points are added, looked at and taken back.</source>
        <translation>0,01 балла начислим, посмотрим и снимем.</translation>
    </message>
    <message>
        <source>Phone of a test customer</source>
        <translation>Телефон пробного клиента</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Испытать</translation>
    </message>
    <message>
        <source>A sale that is sent twice counts once there. Nothing more to do.</source>
        <translation>Продажа, отправленная дважды, там считается один раз. Больше ничего не нужно.</translation>
    </message>
    <message>
        <source>A sale that is sent twice would count twice there: the till looks before it repeats anything.</source>
        <translation>Продажа, отправленная дважды, там посчиталась бы дважды: касса смотрит, прежде чем повторять.</translation>
    </message>
    <message>
        <source>The balance is written as it should be, and nothing else changes.</source>
        <translation>Баланс записывается как надо, и больше ничего не меняется.</translation>
    </message>
    <message>
        <source>That did not go as it should. Please show this to whoever keeps the server:</source>
        <translation>Вышло не так, как надо. Покажите это тому, кто ведёт сервер:</translation>
    </message>
    <message>
        <source>One point is worth</source>
        <translation>Один балл стоит</translation>
    </message>
    <message>
        <source>Points may pay at most, of a purchase</source>
        <translation>Оплата баллами не более</translation>
    </message>
    <message>
        <source>Points last, in days (empty: for ever)</source>
        <translation>Срок баллов, в днях (пусто: всегда)</translation>
    </message>
    <message>
        <source>Ask once more above</source>
        <translation>Переспросить при сумме выше</translation>
    </message>
    <message>
        <source>Points without internet</source>
        <translation>Баллы без интернета</translation>
    </message>
    <message>
        <source>At most so many for each customer whose card was read, with a balance of the last 24 hours.</source>
        <translation>Не больше этого на клиента, чья карта прочитана, с балансом за последние 24 часа.</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Выкл.</translation>
    </message>
    <message>
        <source>Up to {points}</source>
        <translation>До {points}</translation>
    </message>
    <message>
        <source>Points that are earned are rounded down to two decimal places.</source>
        <translation>Начисляемые баллы округляются вниз до двух знаков.</translation>
    </message>
    <message>
        <source>This number does not make sense here</source>
        <translation>Это число здесь не имеет смысла</translation>
    </message>
    <message>
        <source>These customers are there to try:</source>
        <translation>Для пробы есть эти клиенты:</translation>
    </message>
    <message>
        <source>Type the number, Enter, an amount, Enter. Or swipe: nothing has to be clicked first.</source>
        <translation>Введите номер, Enter, сумму, Enter. Или проведите карту: нажимать ничего не нужно.</translation>
    </message>
    <message>
        <source>The till is ready</source>
        <translation>Касса готова</translation>
    </message>
    <message>
        <source>Everything can be changed later in Settings.</source>
        <translation>Всё можно изменить позже в настройках.</translation>
    </message>
    <message>
        <source>The server was not asked yet: sales are saved, and sent once it has accepted the key.</source>
        <translation>Сервер ещё не спрашивали: продажи сохраняются и уйдут, когда он примет ключ.</translation>
    </message>
    <message>
        <source>It could not be kept</source>
        <translation>Не удалось сохранить</translation>
    </message>
</context>
<context>
    <name>ShellWords</name>
    <message>
        <source>Sale</source>
        <translation>Продажа</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Журнал</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Обмен</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Замок</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>Онлайн</translation>
    </message>
    <message>
        <source>Slow</source>
        <translation>Медленно</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Офлайн</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Соединяем…</translation>
    </message>
    <message>
        <source>All sent</source>
        <translation>Всё отправлено</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n ждёт</numerusform>
            <numerusform>%n ждут</numerusform>
            <numerusform>%n ждут</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need attention</source>
        <translation>
            <numerusform>%n к решению</numerusform>
            <numerusform>%n к решению</numerusform>
            <numerusform>%n к решению</numerusform>
        </translation>
    </message>
    <message>
        <source>Sending is stopped</source>
        <translation>Отправка стоит</translation>
    </message>
    <message>
        <source>Sending is stopped, open sync centre</source>
        <translation>Отправка стоит, открыть обмен</translation>
    </message>
    <message numerus="yes">
        <source>%n sales waiting, open sync centre</source>
        <translation>
            <numerusform>%n продажа ждёт, открыть обмен</numerusform>
            <numerusform>%n продажи ждут, открыть обмен</numerusform>
            <numerusform>%n продаж ждут, открыть обмен</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sales need attention, open sync centre</source>
        <translation>
            <numerusform>%n продажа к решению, открыть обмен</numerusform>
            <numerusform>%n продажи к решению, открыть обмен</numerusform>
            <numerusform>%n продаж к решению, открыть обмен</numerusform>
        </translation>
    </message>
    <message>
        <source>All sales sent, open sync centre</source>
        <translation>Все продажи отправлены, открыть обмен</translation>
    </message>
    <message>
        <source>Account {sum}</source>
        <translation>Счёт {sum}</translation>
    </message>
    <message>
        <source>{words}, open sync centre</source>
        <translation>{words}, открыть обмен</translation>
    </message>
    <message>
        <source>Account low: {sum}</source>
        <translation>На счёте мало: {sum}</translation>
    </message>
    <message>
        <source>Account refused</source>
        <translation>Счёт отклонён</translation>
    </message>
    <message>
        <source>Sales are saved here, but points wait until the key is accepted again.</source>
        <translation>Продажи сохраняются здесь, но баллы ждут, пока ключ снова не примут.</translation>
    </message>
    <message>
        <source>Account not known</source>
        <translation>Счёт неизвестен</translation>
    </message>
</context>
<context>
    <name>SlipWords</name>
    <message>
        <source>Copy</source>
        <translation>Копия</translation>
    </message>
    <message>
        <source>Voided</source>
        <translation>Отменена</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>Возврат</translation>
    </message>
    <message>
        <source>Receipt {number}</source>
        <translation>Чек {number}</translation>
    </message>
    <message>
        <source>Sale {number}</source>
        <translation>Продажа {number}</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Карта</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Телефон</translation>
    </message>
    <message>
        <source>Points used ({points})</source>
        <translation>Списано ({points})</translation>
    </message>
    <message>
        <source>Thank you. See you soon.</source>
        <translation>Спасибо. Ждём вас снова.</translation>
    </message>
    <message>
        <source>Points slip, not a tax receipt</source>
        <translation>Талон с баллами, не кассовый чек</translation>
    </message>
    <message>
        <source>Loyalty card for your phone</source>
        <translation>Карта лояльности в телефон</translation>
    </message>
    <message>
        <source>Points slip {number}</source>
        <translation>Талон {number}</translation>
    </message>
    <message>
        <source>Test page</source>
        <translation>Пробная страница</translation>
    </message>
    <message>
        <source>Letters that are often missing:</source>
        <translation>Буквы, которых часто нет:</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Печать</translation>
    </message>
    <message>
        <source>Points slip</source>
        <translation>Талон</translation>
    </message>
    <message>
        <source>Print slip</source>
        <translation>Печать талона</translation>
    </message>
    <message>
        <source>Printing…</source>
        <translation>Печатаем…</translation>
    </message>
    <message>
        <source>Slip printed</source>
        <translation>Талон напечатан</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Сохранить PDF</translation>
    </message>
    <message>
        <source>{name} is in {folder}</source>
        <translation>{name} в папке {folder}</translation>
    </message>
    <message>
        <source>The file was not saved: the disk did not take it.</source>
        <translation>Файл не сохранён: диск не принял запись.</translation>
    </message>
    <message>
        <source>No printer is set up</source>
        <translation>Принтер не настроен</translation>
    </message>
    <message>
        <source>Settings, Printer</source>
        <translation>Настройки, Принтер</translation>
    </message>
    <message>
        <source>The sale is saved.</source>
        <translation>Продажа сохранена.</translation>
    </message>
    <message>
        <source>The slip may be printed in part.</source>
        <translation>Талон мог напечататься не весь.</translation>
    </message>
    <message>
        <source>Printer does not answer</source>
        <translation>Принтер не отвечает</translation>
    </message>
    <message>
        <source>Printer has no paper</source>
        <translation>В принтере нет бумаги</translation>
    </message>
    <message>
        <source>Printer&apos;s cover is open</source>
        <translation>Принтер открыт</translation>
    </message>
    <message>
        <source>Printer has stopped</source>
        <translation>Принтер остановлен</translation>
    </message>
    <message>
        <source>This user may not use the printer</source>
        <translation>У пользователя нет прав на принтер</translation>
    </message>
    <message>
        <source>The system&apos;s library for USB (libusb) is missing</source>
        <translation>Нет системной библиотеки USB (libusb)</translation>
    </message>
    <message>
        <source>This printer cannot be reached</source>
        <translation>Этот принтер недоступен</translation>
    </message>
    <message>
        <source>Too many slips wait for the printer</source>
        <translation>Слишком много талонов ждут печати</translation>
    </message>
</context>
<context>
    <name>SyncWords</name>
    <message>
        <source>Sent</source>
        <translation>Ушло</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Ждёт</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>Решить</translation>
    </message>
    <message>
        <source>Voided</source>
        <translation>Отменена</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>Возврат</translation>
    </message>
    <message>
        <source>Not enough points any more</source>
        <translation>Баллов уже не хватает</translation>
    </message>
    <message numerus="yes">
        <source>%n points were used here while the till was offline,</source>
        <translation>
            <numerusform>Здесь офлайн списан %n балл,</numerusform>
            <numerusform>Здесь офлайн списано %n балла,</numerusform>
            <numerusform>Здесь офлайн списано %n баллов,</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>but only %n were left.</source>
        <translation>
            <numerusform>а оставался только %n.</numerusform>
            <numerusform>а оставалось только %n.</numerusform>
            <numerusform>а оставалось только %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is lost. Choose what to do with the missing {n}.</source>
        <translation>Ничего не потеряно. Выберите, что делать с недостающими {n}.</translation>
    </message>
    <message>
        <source>Void sale</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>This card belongs to nobody yet</source>
        <translation>Эта карта пока ничья</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Записать</translation>
    </message>
    <message>
        <source>Choose customer</source>
        <translation>Выбрать клиента</translation>
    </message>
    <message>
        <source>Keep without card</source>
        <translation>Без карты</translation>
    </message>
    <message>
        <source>The server already has this sale. Nothing to do.</source>
        <translation>На сервере эта продажа уже есть. Делать ничего не нужно.</translation>
    </message>
    <message>
        <source>The till key no longer works. Enter a new one in Settings.</source>
        <translation>Ключ кассы больше не действует. Введите новый в настройках.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is wrong by {n} min. Please correct it.</source>
        <translation>Часы ошибаются на {n} мин. Исправьте.</translation>
    </message>
    <message>
        <source>Waiting, will send by itself</source>
        <translation>Ждёт, отправится само</translation>
    </message>
    <message>
        <source>next try in {n} s</source>
        <translation>повтор через {n} с</translation>
    </message>
    <message>
        <source>Printer does not answer. The sale is saved.</source>
        <translation>Принтер не отвечает. Продажа сохранена.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>The key goes to the system keyring of this computer, never to a file.</source>
        <translation>Ключ уходит в системное хранилище ключей, в файл никогда.</translation>
    </message>
</context>
<context>
    <name>ToldWords</name>
    <message>
        <source>New customer</source>
        <translation>Новый клиент</translation>
    </message>
    <message>
        <source>Changed data</source>
        <translation>Изменённые данные</translation>
    </message>
    <message>
        <source>The customer could not be registered</source>
        <translation>Клиента не удалось зарегистрировать</translation>
    </message>
    <message>
        <source>The customer&apos;s data could not be changed</source>
        <translation>Данные клиента не удалось изменить</translation>
    </message>
    <message>
        <source>The server has other data of whoever has this phone. Ask the customer which of them counts.</source>
        <translation>На сервере у этого телефона другие данные. Спросите клиента, какие верны.</translation>
    </message>
    <message>
        <source>It was sent, and then refused: it may have arrived the first time. Look at the customer before you decide.</source>
        <translation>Отправлено, потом отказ: в первый раз могло дойти. Посмотрите клиента, прежде чем решать.</translation>
    </message>
    <message>
        <source>What was typed here counts</source>
        <translation>Верно введённое</translation>
    </message>
    <message>
        <source>Keep what the server has</source>
        <translation>Верно на сервере</translation>
    </message>
    <message>
        <source>What was typed here is sent, and takes the place of what the server has. The points stay.</source>
        <translation>Введённое здесь отправится и заменит данные сервера. Баллы остаются.</translation>
    </message>
    <message>
        <source>Nothing more is sent: the server&apos;s data stays as it is.</source>
        <translation>Больше ничего не отправляем: данные сервера остаются как есть.</translation>
    </message>
    <message>
        <source>It is not sent any more. This cannot be undone.</source>
        <translation>Больше не отправляется. Отменить нельзя.</translation>
    </message>
</context>
<context>
    <name>TrainingWords</name>
    <message>
        <source>Training</source>
        <translation>Учёба</translation>
    </message>
    <message>
        <source>Made-up customers, a server inside this program: nothing is sent, nothing counts.</source>
        <translation>Выдуманные клиенты, сервер внутри программы: ничего не отправляется и не считается.</translation>
    </message>
    <message>
        <source>Cards and ledger</source>
        <translation>Карты и счёт</translation>
    </message>
    <message>
        <source>Swipe a card</source>
        <translation>Провести карту</translation>
    </message>
    <message>
        <source>Swipe the card of {name}</source>
        <translation>Провести карту: {name}</translation>
    </message>
    <message>
        <source>Real key strokes, as a reader types them.</source>
        <translation>Настоящие нажатия клавиш, как у считывателя.</translation>
    </message>
    <message>
        <source>Internet</source>
        <translation>Интернет</translation>
    </message>
    <message>
        <source>Pull the plug</source>
        <translation>Отключить</translation>
    </message>
    <message>
        <source>Plug in again</source>
        <translation>Подключить</translation>
    </message>
    <message>
        <source>Connected. Pull the plug and go on selling.</source>
        <translation>Связь есть. Отключите и продавайте дальше.</translation>
    </message>
    <message>
        <source>Unplugged. Sales are saved; plug in again and watch each arrive once.</source>
        <translation>Связи нет. Продажи сохраняются; подключите и увидите, как каждая дойдёт один раз.</translation>
    </message>
    <message>
        <source>The server&apos;s ledger</source>
        <translation>Счёт на сервере</translation>
    </message>
    <message numerus="yes">
        <source>%n entries, each once</source>
        <translation>
            <numerusform>%n запись, каждая один раз</numerusform>
            <numerusform>%n записи, каждая один раз</numerusform>
            <numerusform>%n записей, каждая один раз</numerusform>
        </translation>
    </message>
    <message>
        <source>Start training</source>
        <translation>Начать учёбу</translation>
    </message>
    <message>
        <source>A second window with made-up customers, for new cashiers. The real till goes on beside it.</source>
        <translation>Второе окно с выдуманными клиентами, для новых кассиров. Настоящая касса работает рядом.</translation>
    </message>
</context>
<context>
    <name>TroubleWords</name>
    <message>
        <source>The till&apos;s data is damaged</source>
        <translation>Данные кассы повреждены</translation>
    </message>
    <message>
        <source>The till&apos;s data is not what it was</source>
        <translation>Данные кассы не те, что были</translation>
    </message>
    <message>
        <source>Nothing of the till&apos;s data can be read</source>
        <translation>Из данных кассы ничего не прочитать</translation>
    </message>
    <message>
        <source>This data is from a newer version</source>
        <translation>Данные от более новой версии</translation>
    </message>
    <message>
        <source>Another program is using the till&apos;s data</source>
        <translation>Данные кассы заняты другой программой</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>Диск заполнен</translation>
    </message>
    <message>
        <source>The disk does not work as it should</source>
        <translation>Диск работает не так, как надо</translation>
    </message>
    <message>
        <source>This till is not set up yet</source>
        <translation>Эта касса ещё не настроена</translation>
    </message>
    <message>
        <source>Something in the set-up is wrong</source>
        <translation>В настройке что-то неверно</translation>
    </message>
    <message>
        <source>The till has no key</source>
        <translation>У кассы нет ключа</translation>
    </message>
    <message>
        <source>The till cannot be opened</source>
        <translation>Кассу не открыть</translation>
    </message>
    <message>
        <source>The file with the sales cannot be read any more. Every sale is on the till&apos;s roll as well.</source>
        <translation>Файл с продажами больше не читается. Каждая продажа есть и в контрольной ленте кассы.</translation>
    </message>
    <message>
        <source>The file with the sales is empty, old or another one: the till&apos;s roll knows of more sales.</source>
        <translation>Файл с продажами пуст, стар или чужой: контрольная лента знает больше продаж.</translation>
    </message>
    <message>
        <source>Neither the file with the sales nor the till&apos;s roll. Please call for help before anything else.</source>
        <translation>Нет ни файла с продажами, ни контрольной ленты. Сначала позовите на помощь.</translation>
    </message>
    <message>
        <source>This program must not touch it. Nothing was changed: please update the program.</source>
        <translation>Эта программа не должна их трогать. Ничего не изменено: обновите программу.</translation>
    </message>
    <message>
        <source>It may be a second till, a backup or a virus scanner. Nothing is lost: please try again.</source>
        <translation>Это может быть вторая касса, копирование или антивирус. Ничего не потеряно: повторите.</translation>
    </message>
    <message>
        <source>No sale could be saved. Please make room on the disk and try again. Nothing is lost.</source>
        <translation>Ни одна продажа не сохранилась бы. Освободите место на диске и повторите. Ничего не потеряно.</translation>
    </message>
    <message>
        <source>The till&apos;s files cannot be read or written now. Nothing was changed.</source>
        <translation>Файлы кассы сейчас не читаются или не пишутся. Ничего не изменено.</translation>
    </message>
    <message>
        <source>Please run the set-up on this computer first.</source>
        <translation>Сначала выполните настройку на этом компьютере.</translation>
    </message>
    <message>
        <source>Please correct it, then try again. The sales are safe.</source>
        <translation>Исправьте и повторите. Продажи в сохранности.</translation>
    </message>
    <message>
        <source>The key is not where it should be. The sales are safe.</source>
        <translation>Ключа нет на месте. Продажи в сохранности.</translation>
    </message>
    <message>
        <source>The sales on the disk are safe.</source>
        <translation>Продажи на диске в сохранности.</translation>
    </message>
    <message numerus="yes">
        <source>%n entries in it wait to be sent. They are safe, and the newer program sends them.</source>
        <translation>
            <numerusform>В них %n запись ждёт отправки. Она в сохранности, её отправит новая программа.</numerusform>
            <numerusform>В них %n записи ждут отправки. Они в сохранности, их отправит новая программа.</numerusform>
            <numerusform>В них %n записей ждут отправки. Они в сохранности, их отправит новая программа.</numerusform>
        </translation>
    </message>
    <message>
        <source>The data is rebuilt from the roll.</source>
        <translation>Данные восстанавливаются по ленте.</translation>
    </message>
    <message>
        <source>Nothing is deleted: the old files are kept beside the new ones.</source>
        <translation>Ничего не удаляется: старые файлы остаются рядом с новыми.</translation>
    </message>
    <message>
        <source>What is not proved to have arrived is asked about again. Nothing is sent twice.</source>
        <translation>О том, что не доказано, спросим снова. Ничего не отправится дважды.</translation>
    </message>
    <message>
        <source>Recover now</source>
        <translation>Восстановить</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Open the till</source>
        <translation>Открыть кассу</translation>
    </message>
    <message>
        <source>The data is being rebuilt</source>
        <translation>Данные восстанавливаются</translation>
    </message>
    <message numerus="yes">
        <source>Reading the roll: %n lines</source>
        <translation>
            <numerusform>Чтение ленты: %n строка</numerusform>
            <numerusform>Чтение ленты: %n строки</numerusform>
            <numerusform>Чтение ленты: %n строк</numerusform>
        </translation>
    </message>
    <message>
        <source>Checking what was rebuilt</source>
        <translation>Проверка восстановленного</translation>
    </message>
    <message>
        <source>Putting it in its place</source>
        <translation>Ставим на место</translation>
    </message>
    <message>
        <source>If there is a copy of the data, put it back and try again.</source>
        <translation>Если есть копия данных, верните её и повторите.</translation>
    </message>
    <message>
        <source>Begin with an empty queue…</source>
        <translation>Начать с пустой очереди…</translation>
    </message>
    <message>
        <source>Begin with an empty queue</source>
        <translation>Начать с пустой очереди</translation>
    </message>
    <message>
        <source>Points that had not arrived when the data was damaged will not be sent. Sales go on at once.</source>
        <translation>Баллы, которые не дошли до повреждения, не отправятся. Продавать можно сразу.</translation>
    </message>
    <message>
        <source>Nothing is deleted: the damaged files are moved into a folder beside.</source>
        <translation>Ничего не удаляется: повреждённые файлы переносятся в папку рядом.</translation>
    </message>
    <message>
        <source>Who decided it, and why, is kept for ever.</source>
        <translation>Кто решил и почему, хранится всегда.</translation>
    </message>
    <message>
        <source>Begin empty</source>
        <translation>Начать</translation>
    </message>
    <message>
        <source>The damaged files are put aside</source>
        <translation>Повреждённые файлы отложены</translation>
    </message>
    <message>
        <source>The till begins with an empty queue</source>
        <translation>Касса начинает с пустой очереди</translation>
    </message>
    <message>
        <source>The data was rebuilt</source>
        <translation>Данные восстановлены</translation>
    </message>
    <message numerus="yes">
        <source>%n sales are there.</source>
        <translation>
            <numerusform>Здесь %n продажа.</numerusform>
            <numerusform>Здесь %n продажи.</numerusform>
            <numerusform>Здесь %n продаж.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries wait: each is compared with the server before anything is sent.</source>
        <translation>
            <numerusform>Ждёт %n запись: сверим её с сервером, прежде чем отправлять.</numerusform>
            <numerusform>Ждут %n записи: каждую сверим с сервером, прежде чем отправлять.</numerusform>
            <numerusform>Ждут %n записей: каждую сверим с сервером, прежде чем отправлять.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n old files were kept.</source>
        <translation>
            <numerusform>Сохранён %n старый файл.</numerusform>
            <numerusform>Сохранено %n старых файла.</numerusform>
            <numerusform>Сохранено %n старых файлов.</numerusform>
        </translation>
    </message>
    <message>
        <source>The data could not be rebuilt</source>
        <translation>Данные не удалось восстановить</translation>
    </message>
    <message>
        <source>The old files are as they were. Please call for help before anything else is done with them.</source>
        <translation>Старые файлы как были. Позовите на помощь, прежде чем делать с ними что-либо ещё.</translation>
    </message>
</context>
<context>
    <name>UpdateWords</name>
    <message>
        <source>Look for new versions once a day</source>
        <translation>Искать новые версии раз в день</translation>
    </message>
    <message>
        <source>The vendor is asked, and learns nothing of this shop.</source>
        <translation>Спрашиваем у разработчика; о магазине он ничего не узнаёт.</translation>
    </message>
    <message>
        <source>This build of the program offers no updates.</source>
        <translation>Эта сборка программы не предлагает обновлений.</translation>
    </message>
    <message>
        <source>Not looked for yet.</source>
        <translation>Ещё не искали.</translation>
    </message>
    <message>
        <source>No newer version. Last looked: {time}.</source>
        <translation>Новой версии нет. Последний поиск: {time}.</translation>
    </message>
    <message>
        <source>Version {version} is there.</source>
        <translation>Есть версия {version}.</translation>
    </message>
    <message>
        <source>Version {version} is here, as the vendor signed it.</source>
        <translation>Версия {version} загружена, подпись разработчика верна.</translation>
    </message>
    <message>
        <source>a new version</source>
        <translation>новая версия</translation>
    </message>
    <message>
        <source>Look now</source>
        <translation>Искать сейчас</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Идёт поиск…</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Загрузить</translation>
    </message>
    <message>
        <source>{n} % here</source>
        <translation>Загружено {n} %</translation>
    </message>
    <message>
        <source>Close and install</source>
        <translation>Закрыть и установить</translation>
    </message>
    <message>
        <source>The data is copied. Close the till, then type: {command}</source>
        <translation>Данные скопированы. Закройте кассу и введите: {command}</translation>
    </message>
    <message>
        <source>The vendor cannot be reached now.</source>
        <translation>Сервер разработчика сейчас недоступен.</translation>
    </message>
    <message>
        <source>What came is not signed by the vendor. It was not used.</source>
        <translation>Полученное не подписано разработчиком и не использовано.</translation>
    </message>
    <message>
        <source>The vendor&apos;s list has expired. Check this computer&apos;s date.</source>
        <translation>Список разработчика устарел. Проверьте дату на этом компьютере.</translation>
    </message>
    <message>
        <source>An older list came than was seen before. It was not used.</source>
        <translation>Пришёл список старее прежнего. Он не использован.</translation>
    </message>
    <message>
        <source>The vendor&apos;s list cannot be read. It was not used.</source>
        <translation>Список разработчика не читается. Он не использован.</translation>
    </message>
    <message>
        <source>The file is not what the vendor signed. Download it again.</source>
        <translation>Файл не тот, что подписал разработчик. Загрузите его снова.</translation>
    </message>
    <message>
        <source>The disk has no room for the new version.</source>
        <translation>На диске нет места для новой версии.</translation>
    </message>
    <message>
        <source>The disk does not take the new version.</source>
        <translation>Диск не принимает новую версию.</translation>
    </message>
    <message>
        <source>Not now: first finish the sales that are open, and what waits in Sync.</source>
        <translation>Не сейчас: сначала завершите открытые продажи и то, что ждёт в разделе «Обмен».</translation>
    </message>
    <message>
        <source>The installer cannot be started.</source>
        <translation>Установщик не запускается.</translation>
    </message>
    <message>
        <source>No version to install is known. Look now.</source>
        <translation>Версия для установки неизвестна. Начните поиск.</translation>
    </message>
</context>
<context>
    <name>UpkeepWords</name>
    <message>
        <source>In force from the next sale on. A sale that was begun keeps the price that the customer was told.</source>
        <translation>Действует со следующей продажи. Начатая продажа сохраняет цену, которую назвали покупателю.</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Данные</translation>
    </message>
    <message>
        <source>Everything this till knows lies in one folder on this computer.</source>
        <translation>Всё, что знает касса, лежит в одной папке на этом компьютере.</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Папка</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Размер</translation>
    </message>
    <message>
        <source>{n} MB</source>
        <translation>{n} МБ</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Копии</translation>
    </message>
    <message>
        <source>{n} kept, the last at {time}</source>
        <translation>{n}, последняя {time}</translation>
    </message>
    <message>
        <source>Forget customers whom the server does not have any more</source>
        <translation>Забывать покупателей, которых нет на сервере</translation>
    </message>
    <message>
        <source>After so long without news of them; not while points or a sale are open.</source>
        <translation>После такого срока без вестей; но не при открытых баллах или продаже.</translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n день</numerusform>
            <numerusform>%n дня</numerusform>
            <numerusform>%n дней</numerusform>
        </translation>
    </message>
    <message>
        <source>Erase a customer from this till</source>
        <translation>Удалить клиента из кассы</translation>
    </message>
    <message>
        <source>What this till remembers of them. As long as the server has the customer, they are read again.</source>
        <translation>То, что о нём помнит касса. Пока клиент есть на сервере, он будет прочитан снова.</translation>
    </message>
    <message>
        <source>Phone of the customer</source>
        <translation>Телефон клиента</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Erased from this till</source>
        <translation>Удалено из кассы</translation>
    </message>
    <message>
        <source>This till remembers nobody with this phone</source>
        <translation>Касса не помнит никого с этим телефоном</translation>
    </message>
    <message>
        <source>Sales stay, with the name and phone they were for: they are accounting records of this shop.</source>
        <translation>Продажи остаются с именем и телефоном: это учётные записи магазина.</translation>
    </message>
    <message>
        <source>Not erased</source>
        <translation>Не удалено</translation>
    </message>
    <message>
        <source>About</source>
        <translation>О программе</translation>
    </message>
    <message>
        <source>What to tell whoever helps you.</source>
        <translation>Что сообщить тому, кто помогает.</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Программа</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>База данных</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Окно</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Лицензии</translation>
    </message>
    <message>
        <source>Save a diagnostics file</source>
        <translation>Файл диагностики</translation>
    </message>
    <message>
        <source>For whoever helps you. No keys, no names, phones and cards masked.</source>
        <translation>Для того, кто помогает. Без ключей и имён, телефоны и карты скрыты.</translation>
    </message>
    <message>
        <source>Diagnostics saved</source>
        <translation>Диагностика сохранена</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>Диагностика</translation>
    </message>
</context>
</TS>
