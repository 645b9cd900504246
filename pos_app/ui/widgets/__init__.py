"""The kit: every widget of the till paints itself from ``theme().tokens`` and gets all its words from outside.

Import from the module named in brackets. All texts are plain ``str``; the kit strips control and direction
characters and never shows markup. Sizes come from ``Metrics``; widgets whose size depends on the window have
``apply_metrics(metrics)``. Nothing here is ever a default button, takes Enter, or knows a language.

Text and frames
    PlainLabel(text, Type.BODY, Ink.TEXT, wrap=, elide=, align=, limit=, shrink_to_px=)             [label]
        setText, set_look(style, ink)
    Panel() set_edge(PanelEdge.LINE | BAD)     radius 16, surface, line                             [panel]
    Block(BlockTone.SUNKEN | ACCENT | OK) set_tone      filled area inside a panel, radius 12       [panel]
    Divider(vertical=, accent=)                1 px (high contrast 2)                               [facts]
    Banner(title, sentence, BannerTone.WARN | BAD | NEUTRAL | GOOD, icon) set_words; height follows width  [banner]
    Avatar(text, size_px, AvatarTone.ACCENT | GREY | SURFACE, icon=) show_initials, show_icon;
        initials(name) → "JN"                                                                       [avatar]
    IconTile(icon, size_px=56, TileTone.ACCENT | BAD)   rounded square with an icon                 [facts]
    StatusRow(icon, title) show_words(words, RowMark.NONE | OK | WARN | BAD, spoken_mark), set_low, set_last  [status_row]
    ScrollColumn(room=) .column, page(±1)      widgets one under the other that scroll              [scroll_column]
    FlowLayout(gap)                            widgets in as many lines as they take                [flow]
    FactRow(icon, title, sentence, AvatarTone) set_words     disc 44, bold line, small line         [facts]
    Dot(Ink.OK_FILL, size_px=8)     ErrorLine() set_words(words | None), under a TextField          [facts]

To press
    Button(text, ButtonKind.PRIMARY | SECONDARY | TINT | QUIET | DANGER, icon=, key="F8", height=48|56|64, name=)
        setText, set_kind, set_key, set_icon_name; clicked                                          [button]
    IconButton(icon, name, size_px=40)         round, quiet (close, clear); hit area 48             [button]
    ActionCard(icon, title, sentence, key) set_words, set_ring(0…1)   Undo / Print / QR            [action_card]
    Segments(3, name) show_segments([Segment(words, number, tone)], chosen=); signal chosen(int)    [segments]
    MonthGrid(MonthWords(...)) show_from(day, first=, today=); signals picked(date), closed         [month_grid]
    KeyCap("F8", CapTone.QUIET | ON_FILL)      a hint only; "↑" "↓" "↵" are icons                   [keycap]
    Keypad(KeypadWords(...), separator=".")    signals digit(str), separator(), backspace(), clear();
        takes no focus; set_separator, apply_metrics                                                [keypad]

To type into: all have text(), setText(str), insert(str), backspace(), clear(), activate(), edit (the QLineEdit),
set_checker(fn: str → str | None), set_error(words | None) and signals textChanged(str), textEdited(str),
activated() (got the focus)                                                                         [field_base]
    AmountField(label, unit="€", key="F3", placeholder="0.00", name=) set_unit, set_placeholder     [amount_field]
    RedeemField(label, key="F4", name=) set_money, set_hint, set_quick([QuickAmount(words, main=)]), lock(reason),
        unlock(); signal quick_chosen(int)                                                          [redeem_field]
    TextField(placeholder, icon="phone", key=None, name=, style=Type.LEAD) set_done(bool)               [text_field]
    SearchField(placeholder, key="F2", name=, clear_name=) set_busy(bool); signal cleared           [search_field]

To read
    Pill() show_status(words, PillTone.BARE | QUIET | OK | WARN | BAD, icon=, name=)      [pill]
    Chip(words, icon, ChipTone.GREY | WARN) set_words                                               [chip]
    StateChip(SaleState.SENT…, words) set_state; draw_state(painter, x, y, state, words) in a row   [chip]
    SumStrip(4, panel=False) show_cells([SumCell(title, value, ink)] × 4); an empty value is a dash [sum_strip]
    Toast(page) say(words, bad=)               what was done, for 6 s at the bottom of a page       [toast]
    PayBand(label, confirm_words) show_total(amount, name), show_state(BandState.EMPTY | OFF | READY | DONE,
        words, name); set_label; apply_metrics; signal confirmed (emitted in every state)           [pay_band]
    SuggestionList() show_rows([Suggestion(...)]), move_choice(±1), choose(i), chosen; signal picked(int)  [suggestions]
    StatTile(title, value, ink)                a number under its title (success panel)             [facts]
    CountdownRing(icon, size_px=44) set_fraction(0…1)     ProgressLine() set_fraction(0…1)
    Spinner(size_px=18) start() (seen after 300 ms), stop()                                         [progress]
"""
