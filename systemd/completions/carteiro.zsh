#compdef carteiro

autoload -U is-at-least

_carteiro() {
    typeset -A opt_args
    typeset -a _arguments_options
    local ret=1

    if is-at-least 5.2; then
        _arguments_options=(-s -S -C)
    else
        _arguments_options=(-s -C)
    fi

    local context curcontext="$curcontext" state line
    _arguments "${_arguments_options[@]}" : \
'-h[Print help]' \
'--help[Print help]' \
'-V[Print version]' \
'--version[Print version]' \
":: :_carteiro_commands" \
"*::: :->carteiro" \
&& ret=0
    case $state in
    (carteiro)
        words=($line[1] "${words[@]}")
        (( CURRENT += 1 ))
        curcontext="${curcontext%:*:*}:carteiro-command-$line[1]:"
        case $line[1] in
            (run)
_arguments "${_arguments_options[@]}" : \
'-c+[The configuration]:CONFIG:_files' \
'--config=[The configuration]:CONFIG:_files' \
'-h[Print help]' \
'--help[Print help]' \
&& ret=0
;;
(once)
_arguments "${_arguments_options[@]}" : \
'-c+[The configuration]:CONFIG:_files' \
'--config=[The configuration]:CONFIG:_files' \
'-h[Print help]' \
'--help[Print help]' \
&& ret=0
;;
(demo)
_arguments "${_arguments_options[@]}" : \
'--dir=[Keep the world in this folder; asked again, the next working day follows]:DIR:_files' \
'-h[Print help]' \
'--help[Print help]' \
&& ret=0
;;
(init)
_arguments "${_arguments_options[@]}" : \
'--workbook=[Makes the indicator workbook of this year, for the areas of DIR/rules/areas.toml]:FILE:_files' \
'-h[Print help]' \
'--help[Print help]' \
'::dir -- The folder that gets carteiro.toml, rules/ and schema/; nothing that exists is overwritten:_files' \
&& ret=0
;;
(check)
_arguments "${_arguments_options[@]}" : \
'-c+[The configuration, whose rules and workbook are checked with it]:FILE:_files' \
'--config=[The configuration, whose rules and workbook are checked with it]:FILE:_files' \
'--connect[Also logs in everywhere and opens workbook and contacts; writes nothing]' \
'--json[Prints one JSON object for each mistake, a line each]' \
'-h[Print help]' \
'--help[Print help]' \
'::rules -- A rules folder to check by itself, without any configuration:_files' \
&& ret=0
;;
(explain)
_arguments "${_arguments_options[@]}" : \
'-c+[The configuration, for identity and time zone]:FILE:_files' \
'--config=[The configuration, for identity and time zone]:FILE:_files' \
'--rules=[The rules; what is missing there is taken from the rules that are built in]:DIR:_files' \
'--requests=[The requests that are known, in place of the ledger]:FILE:_files' \
'--json[Prints JSON, one object a line for a folder]' \
'-h[Print help]' \
'--help[Print help]' \
':mail -- A mail (.eml), or a folder of mails:_files' \
&& ret=0
;;
(compare)
_arguments "${_arguments_options[@]}" : \
'--last=[How many of the last archived mails are decided again]:LAST:_default' \
'-c+[The configuration]:CONFIG:_files' \
'--config=[The configuration]:CONFIG:_files' \
'-h[Print help]' \
'--help[Print help]' \
':rules -- The other rules:_files' \
&& ret=0
;;
(status)
_arguments "${_arguments_options[@]}" : \
'-c+[The configuration]:CONFIG:_files' \
'--config=[The configuration]:CONFIG:_files' \
'--watch[Look again every two seconds]' \
'--json[Print JSON]' \
'-h[Print help]' \
'--help[Print help]' \
&& ret=0
;;
(show)
_arguments "${_arguments_options[@]}" : \
'-c+[The configuration]:CONFIG:_files' \
'--config=[The configuration]:CONFIG:_files' \
'(--all)--person=[List only this person\: an address or a phone with its area code]:PERSON:_default' \
'--all[List every person]' \
'--json[Print JSON]' \
'-h[Print help]' \
'--help[Print help]' \
':protocol -- The protocol, `AR-2026-0412`:_default' \
&& ret=0
;;
(approve)
_arguments "${_arguments_options[@]}" : \
'-c+[The configuration]:CONFIG:_files' \
'--config=[The configuration]:CONFIG:_files' \
'-h[Print help]' \
'--help[Print help]' \
':protocol -- The protocol, `AR-2026-0412`:_default' \
&& ret=0
;;
(cancel)
_arguments "${_arguments_options[@]}" : \
'-c+[The configuration]:CONFIG:_files' \
'--config=[The configuration]:CONFIG:_files' \
'-h[Print help]' \
'--help[Print help]' \
':protocol -- The protocol, `AR-2026-0412`:_default' \
&& ret=0
;;
(resolve)
_arguments "${_arguments_options[@]}" : \
'-c+[The configuration]:CONFIG:_files' \
'--config=[The configuration]:CONFIG:_files' \
'-h[Print help]' \
'--help[Print help]' \
':protocol -- The protocol, `AR-2026-0412`:_default' \
':answer -- `sent`\: it reached the server; `resend`\: it did not, send it again:(sent resend)' \
&& ret=0
;;
(retry)
_arguments "${_arguments_options[@]}" : \
'-c+[The configuration]:CONFIG:_files' \
'--config=[The configuration]:CONFIG:_files' \
'-h[Print help]' \
'--help[Print help]' \
':protocol -- The protocol, `AR-2026-0412`:_default' \
&& ret=0
;;
(list)
_arguments "${_arguments_options[@]}" : \
'--channel=[Read it for this channel; left out\: for the one that the list has contacts for]:CHANNEL:(email whatsapp)' \
'--sheet=[The sheet to read, where several could be the list]:SHEET:_default' \
'--csv=[Write the good rows as the call center gets them]:OUT:_files' \
'--annotated=[Write the list back with the columns Situação and O que fazer]:OUT.xlsx:_files' \
'--json[Answer in JSON]' \
'-h[Print help]' \
'--help[Print help]' \
':file -- The list\: .xlsx .xlsm .xls .xlsb .ods .csv .tsv .txt .docx, or a zip of one of these:_files' \
&& ret=0
;;
(receipt)
_arguments "${_arguments_options[@]}" : \
'--json[Answer in JSON\: one object, or one a line for a folder]' \
'-h[Print help]' \
'--help[Print help]' \
':mail -- A mail, or a folder of mails:_files' \
&& ret=0
;;
(report)
_arguments "${_arguments_options[@]}" : \
'--rules=[The folder of the rules, whose vocabulario.toml is used; without it the one that is compiled in]:RULES:_files' \
'--json[Prints one JSON object]' \
'-h[Print help]' \
'--help[Print help]' \
':file -- A report (.xlsx .xls .ods .csv .txt .html .pdf .zip) or a mail (.eml):_files' \
&& ret=0
;;
(media)
_arguments "${_arguments_options[@]}" : \
'--out=[Writes what may go, converted where that is needed, into this folder; nothing that exists is overwritten]:OUT:_files' \
'--rules=[The folder of the rules, whose midia.toml is used; without it the limits that are compiled in]:RULES:_files' \
'--ffmpeg=[The ffmpeg to use]:FFMPEG:_default' \
'--json[Prints one JSON object a line for each file]' \
'-h[Print help]' \
'--help[Print help]' \
'*::files -- Pictures, sounds, films, documents:_files' \
&& ret=0
;;
(workbook)
_arguments "${_arguments_options[@]}" : \
'-h[Print help]' \
'--help[Print help]' \
":: :_carteiro__subcmd__workbook_commands" \
"*::: :->workbook" \
&& ret=0

    case $state in
    (workbook)
        words=($line[1] "${words[@]}")
        (( CURRENT += 1 ))
        curcontext="${curcontext%:*:*}:carteiro-workbook-command-$line[1]:"
        case $line[1] in
            (add)
_arguments "${_arguments_options[@]}" : \
'--sheet=[The tab, by its name]:SHEET:_default' \
'--cell=[The cell, for example B5]:CELL:_default' \
'--by=[What is added; a negative number takes away]:BY:_default' \
'--output=[Writes the changed workbook here and leaves FILE as it is]:OUTPUT:_files' \
'(--output)--backups=[Where the workbook as it was is kept when it is changed in place]:BACKUPS:_files' \
'-h[Print help]' \
'--help[Print help]' \
':file -- The workbook (.xlsx or .xlsm):_files' \
&& ret=0
;;
(help)
_arguments "${_arguments_options[@]}" : \
":: :_carteiro__subcmd__workbook__subcmd__help_commands" \
"*::: :->help" \
&& ret=0

    case $state in
    (help)
        words=($line[1] "${words[@]}")
        (( CURRENT += 1 ))
        curcontext="${curcontext%:*:*}:carteiro-workbook-help-command-$line[1]:"
        case $line[1] in
            (add)
_arguments "${_arguments_options[@]}" : \
&& ret=0
;;
(help)
_arguments "${_arguments_options[@]}" : \
&& ret=0
;;
        esac
    ;;
esac
;;
        esac
    ;;
esac
;;
(login)
_arguments "${_arguments_options[@]}" : \
'-c+[The configuration]:CONFIG:_files' \
'--config=[The configuration]:CONFIG:_files' \
'-h[Print help]' \
'--help[Print help]' \
':name -- The mailbox, or the section `\[oauth2.NAME\]`, to sign in:_default' \
&& ret=0
;;
(schema)
_arguments "${_arguments_options[@]}" : \
'-h[Print help]' \
'--help[Print help]' \
':dir -- The folder into which the schemas are written; it is made if it does not exist:_files' \
&& ret=0
;;
(completions)
_arguments "${_arguments_options[@]}" : \
'-h[Print help]' \
'--help[Print help]' \
':shell -- The shell:(bash elvish fish powershell zsh)' \
&& ret=0
;;
(man)
_arguments "${_arguments_options[@]}" : \
'-h[Print help]' \
'--help[Print help]' \
&& ret=0
;;
(help)
_arguments "${_arguments_options[@]}" : \
":: :_carteiro__subcmd__help_commands" \
"*::: :->help" \
&& ret=0

    case $state in
    (help)
        words=($line[1] "${words[@]}")
        (( CURRENT += 1 ))
        curcontext="${curcontext%:*:*}:carteiro-help-command-$line[1]:"
        case $line[1] in
            (run)
_arguments "${_arguments_options[@]}" : \
&& ret=0
;;
(once)
_arguments "${_arguments_options[@]}" : \
&& ret=0
;;
(demo)
_arguments "${_arguments_options[@]}" : \
&& ret=0
;;
(init)
_arguments "${_arguments_options[@]}" : \
&& ret=0
;;
(check)
_arguments "${_arguments_options[@]}" : \
&& ret=0
;;
(explain)
_arguments "${_arguments_options[@]}" : \
&& ret=0
;;
(compare)
_arguments "${_arguments_options[@]}" : \
&& ret=0
;;
(status)
_arguments "${_arguments_options[@]}" : \
&& ret=0
;;
(show)
_arguments "${_arguments_options[@]}" : \
&& ret=0
;;
(approve)
_arguments "${_arguments_options[@]}" : \
&& ret=0
;;
(cancel)
_arguments "${_arguments_options[@]}" : \
&& ret=0
;;
(resolve)
_arguments "${_arguments_options[@]}" : \
&& ret=0
;;
(retry)
_arguments "${_arguments_options[@]}" : \
&& ret=0
;;
(list)
_arguments "${_arguments_options[@]}" : \
&& ret=0
;;
(receipt)
_arguments "${_arguments_options[@]}" : \
&& ret=0
;;
(report)
_arguments "${_arguments_options[@]}" : \
&& ret=0
;;
(media)
_arguments "${_arguments_options[@]}" : \
&& ret=0
;;
(workbook)
_arguments "${_arguments_options[@]}" : \
":: :_carteiro__subcmd__help__subcmd__workbook_commands" \
"*::: :->workbook" \
&& ret=0

    case $state in
    (workbook)
        words=($line[1] "${words[@]}")
        (( CURRENT += 1 ))
        curcontext="${curcontext%:*:*}:carteiro-help-workbook-command-$line[1]:"
        case $line[1] in
            (add)
_arguments "${_arguments_options[@]}" : \
&& ret=0
;;
        esac
    ;;
esac
;;
(login)
_arguments "${_arguments_options[@]}" : \
&& ret=0
;;
(schema)
_arguments "${_arguments_options[@]}" : \
&& ret=0
;;
(completions)
_arguments "${_arguments_options[@]}" : \
&& ret=0
;;
(man)
_arguments "${_arguments_options[@]}" : \
&& ret=0
;;
(help)
_arguments "${_arguments_options[@]}" : \
&& ret=0
;;
        esac
    ;;
esac
;;
        esac
    ;;
esac
}

(( $+functions[_carteiro_commands] )) ||
_carteiro_commands() {
    local commands; commands=(
'run:The daemon\: waits for mail and does what is due until it is told to stop' \
'once:One pass over everything due, then exit' \
'demo:A whole working day on an embedded world\: no server, no configuration' \
'init:Writes a commented carteiro.toml and the default rules into a folder' \
'check:Checks configuration, rules and their examples; with --connect also logs in everywhere' \
'explain:What would be done with a mail and why; touches nothing' \
'compare:Which decisions on archived mail would change under other rules' \
'status:What is open, with progress and forecast' \
'show:The story of one request\: who got what and when' \
'approve:Consents to a request that waits for it' \
'cancel:Stops a request' \
'resolve:Decides what nobody could know\: was it sent, or shall it be sent again' \
'retry:Tries again what was put aside' \
'list:Reads any list as a request'\''s list would be read' \
'receipt:Reads delivery notices' \
'report:Reads a call center report' \
'media:What WhatsApp takes as it is, what is converted, what cannot be' \
'workbook:Corrects a count in a workbook by hand, with nothing else changed' \
'login:OAuth2 sign-in for a mailbox by device code' \
'schema:Writes the JSON schemas of the rule files' \
'completions:Prints the completions of a shell' \
'man:Prints the manual page' \
'help:Print this message or the help of the given subcommand(s)' \
    )
    _describe -t commands 'carteiro commands' commands "$@"
}
(( $+functions[_carteiro__subcmd__approve_commands] )) ||
_carteiro__subcmd__approve_commands() {
    local commands; commands=()
    _describe -t commands 'carteiro approve commands' commands "$@"
}
(( $+functions[_carteiro__subcmd__cancel_commands] )) ||
_carteiro__subcmd__cancel_commands() {
    local commands; commands=()
    _describe -t commands 'carteiro cancel commands' commands "$@"
}
(( $+functions[_carteiro__subcmd__check_commands] )) ||
_carteiro__subcmd__check_commands() {
    local commands; commands=()
    _describe -t commands 'carteiro check commands' commands "$@"
}
(( $+functions[_carteiro__subcmd__compare_commands] )) ||
_carteiro__subcmd__compare_commands() {
    local commands; commands=()
    _describe -t commands 'carteiro compare commands' commands "$@"
}
(( $+functions[_carteiro__subcmd__completions_commands] )) ||
_carteiro__subcmd__completions_commands() {
    local commands; commands=()
    _describe -t commands 'carteiro completions commands' commands "$@"
}
(( $+functions[_carteiro__subcmd__demo_commands] )) ||
_carteiro__subcmd__demo_commands() {
    local commands; commands=()
    _describe -t commands 'carteiro demo commands' commands "$@"
}
(( $+functions[_carteiro__subcmd__explain_commands] )) ||
_carteiro__subcmd__explain_commands() {
    local commands; commands=()
    _describe -t commands 'carteiro explain commands' commands "$@"
}
(( $+functions[_carteiro__subcmd__help_commands] )) ||
_carteiro__subcmd__help_commands() {
    local commands; commands=(
'run:The daemon\: waits for mail and does what is due until it is told to stop' \
'once:One pass over everything due, then exit' \
'demo:A whole working day on an embedded world\: no server, no configuration' \
'init:Writes a commented carteiro.toml and the default rules into a folder' \
'check:Checks configuration, rules and their examples; with --connect also logs in everywhere' \
'explain:What would be done with a mail and why; touches nothing' \
'compare:Which decisions on archived mail would change under other rules' \
'status:What is open, with progress and forecast' \
'show:The story of one request\: who got what and when' \
'approve:Consents to a request that waits for it' \
'cancel:Stops a request' \
'resolve:Decides what nobody could know\: was it sent, or shall it be sent again' \
'retry:Tries again what was put aside' \
'list:Reads any list as a request'\''s list would be read' \
'receipt:Reads delivery notices' \
'report:Reads a call center report' \
'media:What WhatsApp takes as it is, what is converted, what cannot be' \
'workbook:Corrects a count in a workbook by hand, with nothing else changed' \
'login:OAuth2 sign-in for a mailbox by device code' \
'schema:Writes the JSON schemas of the rule files' \
'completions:Prints the completions of a shell' \
'man:Prints the manual page' \
'help:Print this message or the help of the given subcommand(s)' \
    )
    _describe -t commands 'carteiro help commands' commands "$@"
}
(( $+functions[_carteiro__subcmd__help__subcmd__approve_commands] )) ||
_carteiro__subcmd__help__subcmd__approve_commands() {
    local commands; commands=()
    _describe -t commands 'carteiro help approve commands' commands "$@"
}
(( $+functions[_carteiro__subcmd__help__subcmd__cancel_commands] )) ||
_carteiro__subcmd__help__subcmd__cancel_commands() {
    local commands; commands=()
    _describe -t commands 'carteiro help cancel commands' commands "$@"
}
(( $+functions[_carteiro__subcmd__help__subcmd__check_commands] )) ||
_carteiro__subcmd__help__subcmd__check_commands() {
    local commands; commands=()
    _describe -t commands 'carteiro help check commands' commands "$@"
}
(( $+functions[_carteiro__subcmd__help__subcmd__compare_commands] )) ||
_carteiro__subcmd__help__subcmd__compare_commands() {
    local commands; commands=()
    _describe -t commands 'carteiro help compare commands' commands "$@"
}
(( $+functions[_carteiro__subcmd__help__subcmd__completions_commands] )) ||
_carteiro__subcmd__help__subcmd__completions_commands() {
    local commands; commands=()
    _describe -t commands 'carteiro help completions commands' commands "$@"
}
(( $+functions[_carteiro__subcmd__help__subcmd__demo_commands] )) ||
_carteiro__subcmd__help__subcmd__demo_commands() {
    local commands; commands=()
    _describe -t commands 'carteiro help demo commands' commands "$@"
}
(( $+functions[_carteiro__subcmd__help__subcmd__explain_commands] )) ||
_carteiro__subcmd__help__subcmd__explain_commands() {
    local commands; commands=()
    _describe -t commands 'carteiro help explain commands' commands "$@"
}
(( $+functions[_carteiro__subcmd__help__subcmd__help_commands] )) ||
_carteiro__subcmd__help__subcmd__help_commands() {
    local commands; commands=()
    _describe -t commands 'carteiro help help commands' commands "$@"
}
(( $+functions[_carteiro__subcmd__help__subcmd__init_commands] )) ||
_carteiro__subcmd__help__subcmd__init_commands() {
    local commands; commands=()
    _describe -t commands 'carteiro help init commands' commands "$@"
}
(( $+functions[_carteiro__subcmd__help__subcmd__list_commands] )) ||
_carteiro__subcmd__help__subcmd__list_commands() {
    local commands; commands=()
    _describe -t commands 'carteiro help list commands' commands "$@"
}
(( $+functions[_carteiro__subcmd__help__subcmd__login_commands] )) ||
_carteiro__subcmd__help__subcmd__login_commands() {
    local commands; commands=()
    _describe -t commands 'carteiro help login commands' commands "$@"
}
(( $+functions[_carteiro__subcmd__help__subcmd__man_commands] )) ||
_carteiro__subcmd__help__subcmd__man_commands() {
    local commands; commands=()
    _describe -t commands 'carteiro help man commands' commands "$@"
}
(( $+functions[_carteiro__subcmd__help__subcmd__media_commands] )) ||
_carteiro__subcmd__help__subcmd__media_commands() {
    local commands; commands=()
    _describe -t commands 'carteiro help media commands' commands "$@"
}
(( $+functions[_carteiro__subcmd__help__subcmd__once_commands] )) ||
_carteiro__subcmd__help__subcmd__once_commands() {
    local commands; commands=()
    _describe -t commands 'carteiro help once commands' commands "$@"
}
(( $+functions[_carteiro__subcmd__help__subcmd__receipt_commands] )) ||
_carteiro__subcmd__help__subcmd__receipt_commands() {
    local commands; commands=()
    _describe -t commands 'carteiro help receipt commands' commands "$@"
}
(( $+functions[_carteiro__subcmd__help__subcmd__report_commands] )) ||
_carteiro__subcmd__help__subcmd__report_commands() {
    local commands; commands=()
    _describe -t commands 'carteiro help report commands' commands "$@"
}
(( $+functions[_carteiro__subcmd__help__subcmd__resolve_commands] )) ||
_carteiro__subcmd__help__subcmd__resolve_commands() {
    local commands; commands=()
    _describe -t commands 'carteiro help resolve commands' commands "$@"
}
(( $+functions[_carteiro__subcmd__help__subcmd__retry_commands] )) ||
_carteiro__subcmd__help__subcmd__retry_commands() {
    local commands; commands=()
    _describe -t commands 'carteiro help retry commands' commands "$@"
}
(( $+functions[_carteiro__subcmd__help__subcmd__run_commands] )) ||
_carteiro__subcmd__help__subcmd__run_commands() {
    local commands; commands=()
    _describe -t commands 'carteiro help run commands' commands "$@"
}
(( $+functions[_carteiro__subcmd__help__subcmd__schema_commands] )) ||
_carteiro__subcmd__help__subcmd__schema_commands() {
    local commands; commands=()
    _describe -t commands 'carteiro help schema commands' commands "$@"
}
(( $+functions[_carteiro__subcmd__help__subcmd__show_commands] )) ||
_carteiro__subcmd__help__subcmd__show_commands() {
    local commands; commands=()
    _describe -t commands 'carteiro help show commands' commands "$@"
}
(( $+functions[_carteiro__subcmd__help__subcmd__status_commands] )) ||
_carteiro__subcmd__help__subcmd__status_commands() {
    local commands; commands=()
    _describe -t commands 'carteiro help status commands' commands "$@"
}
(( $+functions[_carteiro__subcmd__help__subcmd__workbook_commands] )) ||
_carteiro__subcmd__help__subcmd__workbook_commands() {
    local commands; commands=(
'add:Adds to one count; totals that depend on it follow' \
    )
    _describe -t commands 'carteiro help workbook commands' commands "$@"
}
(( $+functions[_carteiro__subcmd__help__subcmd__workbook__subcmd__add_commands] )) ||
_carteiro__subcmd__help__subcmd__workbook__subcmd__add_commands() {
    local commands; commands=()
    _describe -t commands 'carteiro help workbook add commands' commands "$@"
}
(( $+functions[_carteiro__subcmd__init_commands] )) ||
_carteiro__subcmd__init_commands() {
    local commands; commands=()
    _describe -t commands 'carteiro init commands' commands "$@"
}
(( $+functions[_carteiro__subcmd__list_commands] )) ||
_carteiro__subcmd__list_commands() {
    local commands; commands=()
    _describe -t commands 'carteiro list commands' commands "$@"
}
(( $+functions[_carteiro__subcmd__login_commands] )) ||
_carteiro__subcmd__login_commands() {
    local commands; commands=()
    _describe -t commands 'carteiro login commands' commands "$@"
}
(( $+functions[_carteiro__subcmd__man_commands] )) ||
_carteiro__subcmd__man_commands() {
    local commands; commands=()
    _describe -t commands 'carteiro man commands' commands "$@"
}
(( $+functions[_carteiro__subcmd__media_commands] )) ||
_carteiro__subcmd__media_commands() {
    local commands; commands=()
    _describe -t commands 'carteiro media commands' commands "$@"
}
(( $+functions[_carteiro__subcmd__once_commands] )) ||
_carteiro__subcmd__once_commands() {
    local commands; commands=()
    _describe -t commands 'carteiro once commands' commands "$@"
}
(( $+functions[_carteiro__subcmd__receipt_commands] )) ||
_carteiro__subcmd__receipt_commands() {
    local commands; commands=()
    _describe -t commands 'carteiro receipt commands' commands "$@"
}
(( $+functions[_carteiro__subcmd__report_commands] )) ||
_carteiro__subcmd__report_commands() {
    local commands; commands=()
    _describe -t commands 'carteiro report commands' commands "$@"
}
(( $+functions[_carteiro__subcmd__resolve_commands] )) ||
_carteiro__subcmd__resolve_commands() {
    local commands; commands=()
    _describe -t commands 'carteiro resolve commands' commands "$@"
}
(( $+functions[_carteiro__subcmd__retry_commands] )) ||
_carteiro__subcmd__retry_commands() {
    local commands; commands=()
    _describe -t commands 'carteiro retry commands' commands "$@"
}
(( $+functions[_carteiro__subcmd__run_commands] )) ||
_carteiro__subcmd__run_commands() {
    local commands; commands=()
    _describe -t commands 'carteiro run commands' commands "$@"
}
(( $+functions[_carteiro__subcmd__schema_commands] )) ||
_carteiro__subcmd__schema_commands() {
    local commands; commands=()
    _describe -t commands 'carteiro schema commands' commands "$@"
}
(( $+functions[_carteiro__subcmd__show_commands] )) ||
_carteiro__subcmd__show_commands() {
    local commands; commands=()
    _describe -t commands 'carteiro show commands' commands "$@"
}
(( $+functions[_carteiro__subcmd__status_commands] )) ||
_carteiro__subcmd__status_commands() {
    local commands; commands=()
    _describe -t commands 'carteiro status commands' commands "$@"
}
(( $+functions[_carteiro__subcmd__workbook_commands] )) ||
_carteiro__subcmd__workbook_commands() {
    local commands; commands=(
'add:Adds to one count; totals that depend on it follow' \
'help:Print this message or the help of the given subcommand(s)' \
    )
    _describe -t commands 'carteiro workbook commands' commands "$@"
}
(( $+functions[_carteiro__subcmd__workbook__subcmd__add_commands] )) ||
_carteiro__subcmd__workbook__subcmd__add_commands() {
    local commands; commands=()
    _describe -t commands 'carteiro workbook add commands' commands "$@"
}
(( $+functions[_carteiro__subcmd__workbook__subcmd__help_commands] )) ||
_carteiro__subcmd__workbook__subcmd__help_commands() {
    local commands; commands=(
'add:Adds to one count; totals that depend on it follow' \
'help:Print this message or the help of the given subcommand(s)' \
    )
    _describe -t commands 'carteiro workbook help commands' commands "$@"
}
(( $+functions[_carteiro__subcmd__workbook__subcmd__help__subcmd__add_commands] )) ||
_carteiro__subcmd__workbook__subcmd__help__subcmd__add_commands() {
    local commands; commands=()
    _describe -t commands 'carteiro workbook help add commands' commands "$@"
}
(( $+functions[_carteiro__subcmd__workbook__subcmd__help__subcmd__help_commands] )) ||
_carteiro__subcmd__workbook__subcmd__help__subcmd__help_commands() {
    local commands; commands=()
    _describe -t commands 'carteiro workbook help help commands' commands "$@"
}

if [ "$funcstack[1]" = "_carteiro" ]; then
    _carteiro "$@"
else
    compdef _carteiro carteiro
fi
