# Print an optspec for argparse to handle cmd's options that are independent of any subcommand.
function __fish_carteiro_global_optspecs
    string join \n h/help V/version
end

function __fish_carteiro_needs_command
    # Figure out if the current invocation already has a command.
    set -l cmd (commandline -opc)
    set -e cmd[1]
    argparse -s (__fish_carteiro_global_optspecs) -- $cmd 2>/dev/null
    or return
    if set -q argv[1]
        # Also print the command, so this can be used to figure out what it is.
        echo $argv[1]
        return 1
    end
    return 0
end

function __fish_carteiro_using_subcommand
    set -l cmd (__fish_carteiro_needs_command)
    test -z "$cmd"
    and return 1
    contains -- $cmd[1] $argv
end

complete -c carteiro -n "__fish_carteiro_needs_command" -s h -l help -d 'Print help'
complete -c carteiro -n "__fish_carteiro_needs_command" -s V -l version -d 'Print version'
complete -c carteiro -n "__fish_carteiro_needs_command" -f -a "run" -d 'The daemon: waits for mail and does what is due until it is told to stop'
complete -c carteiro -n "__fish_carteiro_needs_command" -f -a "once" -d 'One pass over everything due, then exit'
complete -c carteiro -n "__fish_carteiro_needs_command" -f -a "demo" -d 'A whole working day on an embedded world: no server, no configuration'
complete -c carteiro -n "__fish_carteiro_needs_command" -f -a "init" -d 'Writes a commented carteiro.toml and the default rules into a folder'
complete -c carteiro -n "__fish_carteiro_needs_command" -f -a "check" -d 'Checks configuration, rules and their examples; with --connect also logs in everywhere'
complete -c carteiro -n "__fish_carteiro_needs_command" -f -a "explain" -d 'What would be done with a mail and why; touches nothing'
complete -c carteiro -n "__fish_carteiro_needs_command" -f -a "compare" -d 'Which decisions on archived mail would change under other rules'
complete -c carteiro -n "__fish_carteiro_needs_command" -f -a "status" -d 'What is open, with progress and forecast'
complete -c carteiro -n "__fish_carteiro_needs_command" -f -a "show" -d 'The story of one request: who got what and when'
complete -c carteiro -n "__fish_carteiro_needs_command" -f -a "approve" -d 'Consents to a request that waits for it'
complete -c carteiro -n "__fish_carteiro_needs_command" -f -a "cancel" -d 'Stops a request'
complete -c carteiro -n "__fish_carteiro_needs_command" -f -a "resolve" -d 'Decides what nobody could know: was it sent, or shall it be sent again'
complete -c carteiro -n "__fish_carteiro_needs_command" -f -a "retry" -d 'Tries again what was put aside'
complete -c carteiro -n "__fish_carteiro_needs_command" -f -a "list" -d 'Reads any list as a request\'s list would be read'
complete -c carteiro -n "__fish_carteiro_needs_command" -f -a "receipt" -d 'Reads delivery notices'
complete -c carteiro -n "__fish_carteiro_needs_command" -f -a "report" -d 'Reads a call center report'
complete -c carteiro -n "__fish_carteiro_needs_command" -f -a "media" -d 'What WhatsApp takes as it is, what is converted, what cannot be'
complete -c carteiro -n "__fish_carteiro_needs_command" -f -a "workbook" -d 'Corrects a count in a workbook by hand, with nothing else changed'
complete -c carteiro -n "__fish_carteiro_needs_command" -f -a "login" -d 'OAuth2 sign-in for a mailbox by device code'
complete -c carteiro -n "__fish_carteiro_needs_command" -f -a "schema" -d 'Writes the JSON schemas of the rule files'
complete -c carteiro -n "__fish_carteiro_needs_command" -f -a "completions" -d 'Prints the completions of a shell'
complete -c carteiro -n "__fish_carteiro_needs_command" -f -a "man" -d 'Prints the manual page'
complete -c carteiro -n "__fish_carteiro_needs_command" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c carteiro -n "__fish_carteiro_using_subcommand run" -s c -l config -d 'The configuration' -r -F
complete -c carteiro -n "__fish_carteiro_using_subcommand run" -s h -l help -d 'Print help'
complete -c carteiro -n "__fish_carteiro_using_subcommand once" -s c -l config -d 'The configuration' -r -F
complete -c carteiro -n "__fish_carteiro_using_subcommand once" -s h -l help -d 'Print help'
complete -c carteiro -n "__fish_carteiro_using_subcommand demo" -l dir -d 'Keep the world in this folder; asked again, the next working day follows' -r -F
complete -c carteiro -n "__fish_carteiro_using_subcommand demo" -s h -l help -d 'Print help'
complete -c carteiro -n "__fish_carteiro_using_subcommand init" -l workbook -d 'Makes the indicator workbook of this year, for the areas of DIR/rules/areas.toml' -r -F
complete -c carteiro -n "__fish_carteiro_using_subcommand init" -s h -l help -d 'Print help'
complete -c carteiro -n "__fish_carteiro_using_subcommand check" -s c -l config -d 'The configuration, whose rules and workbook are checked with it' -r -F
complete -c carteiro -n "__fish_carteiro_using_subcommand check" -l connect -d 'Also logs in everywhere and opens workbook and contacts; writes nothing'
complete -c carteiro -n "__fish_carteiro_using_subcommand check" -l json -d 'Prints one JSON object for each mistake, a line each'
complete -c carteiro -n "__fish_carteiro_using_subcommand check" -s h -l help -d 'Print help'
complete -c carteiro -n "__fish_carteiro_using_subcommand explain" -s c -l config -d 'The configuration, for identity and time zone' -r -F
complete -c carteiro -n "__fish_carteiro_using_subcommand explain" -l rules -d 'The rules; what is missing there is taken from the rules that are built in' -r -F
complete -c carteiro -n "__fish_carteiro_using_subcommand explain" -l requests -d 'The requests that are known, in place of the ledger' -r -F
complete -c carteiro -n "__fish_carteiro_using_subcommand explain" -l json -d 'Prints JSON, one object a line for a folder'
complete -c carteiro -n "__fish_carteiro_using_subcommand explain" -s h -l help -d 'Print help'
complete -c carteiro -n "__fish_carteiro_using_subcommand compare" -l last -d 'How many of the last archived mails are decided again' -r
complete -c carteiro -n "__fish_carteiro_using_subcommand compare" -s c -l config -d 'The configuration' -r -F
complete -c carteiro -n "__fish_carteiro_using_subcommand compare" -s h -l help -d 'Print help'
complete -c carteiro -n "__fish_carteiro_using_subcommand status" -s c -l config -d 'The configuration' -r -F
complete -c carteiro -n "__fish_carteiro_using_subcommand status" -l watch -d 'Look again every two seconds'
complete -c carteiro -n "__fish_carteiro_using_subcommand status" -l json -d 'Print JSON'
complete -c carteiro -n "__fish_carteiro_using_subcommand status" -s h -l help -d 'Print help'
complete -c carteiro -n "__fish_carteiro_using_subcommand show" -s c -l config -d 'The configuration' -r -F
complete -c carteiro -n "__fish_carteiro_using_subcommand show" -l person -d 'List only this person: an address or a phone with its area code' -r
complete -c carteiro -n "__fish_carteiro_using_subcommand show" -l all -d 'List every person'
complete -c carteiro -n "__fish_carteiro_using_subcommand show" -l json -d 'Print JSON'
complete -c carteiro -n "__fish_carteiro_using_subcommand show" -s h -l help -d 'Print help'
complete -c carteiro -n "__fish_carteiro_using_subcommand approve" -s c -l config -d 'The configuration' -r -F
complete -c carteiro -n "__fish_carteiro_using_subcommand approve" -s h -l help -d 'Print help'
complete -c carteiro -n "__fish_carteiro_using_subcommand cancel" -s c -l config -d 'The configuration' -r -F
complete -c carteiro -n "__fish_carteiro_using_subcommand cancel" -s h -l help -d 'Print help'
complete -c carteiro -n "__fish_carteiro_using_subcommand resolve" -s c -l config -d 'The configuration' -r -F
complete -c carteiro -n "__fish_carteiro_using_subcommand resolve" -s h -l help -d 'Print help'
complete -c carteiro -n "__fish_carteiro_using_subcommand retry" -s c -l config -d 'The configuration' -r -F
complete -c carteiro -n "__fish_carteiro_using_subcommand retry" -s h -l help -d 'Print help'
complete -c carteiro -n "__fish_carteiro_using_subcommand list" -l channel -d 'Read it for this channel; left out: for the one that the list has contacts for' -r -f -a "email\t''
whatsapp\t''"
complete -c carteiro -n "__fish_carteiro_using_subcommand list" -l sheet -d 'The sheet to read, where several could be the list' -r
complete -c carteiro -n "__fish_carteiro_using_subcommand list" -l csv -d 'Write the good rows as the call center gets them' -r -F
complete -c carteiro -n "__fish_carteiro_using_subcommand list" -l annotated -d 'Write the list back with the columns Situação and O que fazer' -r -F
complete -c carteiro -n "__fish_carteiro_using_subcommand list" -l json -d 'Answer in JSON'
complete -c carteiro -n "__fish_carteiro_using_subcommand list" -s h -l help -d 'Print help'
complete -c carteiro -n "__fish_carteiro_using_subcommand receipt" -l json -d 'Answer in JSON: one object, or one a line for a folder'
complete -c carteiro -n "__fish_carteiro_using_subcommand receipt" -s h -l help -d 'Print help'
complete -c carteiro -n "__fish_carteiro_using_subcommand report" -l rules -d 'The folder of the rules, whose vocabulario.toml is used; without it the one that is compiled in' -r -F
complete -c carteiro -n "__fish_carteiro_using_subcommand report" -l json -d 'Prints one JSON object'
complete -c carteiro -n "__fish_carteiro_using_subcommand report" -s h -l help -d 'Print help'
complete -c carteiro -n "__fish_carteiro_using_subcommand media" -l out -d 'Writes what may go, converted where that is needed, into this folder; nothing that exists is overwritten' -r -F
complete -c carteiro -n "__fish_carteiro_using_subcommand media" -l rules -d 'The folder of the rules, whose midia.toml is used; without it the limits that are compiled in' -r -F
complete -c carteiro -n "__fish_carteiro_using_subcommand media" -l ffmpeg -d 'The ffmpeg to use' -r
complete -c carteiro -n "__fish_carteiro_using_subcommand media" -l json -d 'Prints one JSON object a line for each file'
complete -c carteiro -n "__fish_carteiro_using_subcommand media" -s h -l help -d 'Print help'
complete -c carteiro -n "__fish_carteiro_using_subcommand workbook; and not __fish_seen_subcommand_from add help" -s h -l help -d 'Print help'
complete -c carteiro -n "__fish_carteiro_using_subcommand workbook; and not __fish_seen_subcommand_from add help" -f -a "add" -d 'Adds to one count; totals that depend on it follow'
complete -c carteiro -n "__fish_carteiro_using_subcommand workbook; and not __fish_seen_subcommand_from add help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c carteiro -n "__fish_carteiro_using_subcommand workbook; and __fish_seen_subcommand_from add" -l sheet -d 'The tab, by its name' -r
complete -c carteiro -n "__fish_carteiro_using_subcommand workbook; and __fish_seen_subcommand_from add" -l cell -d 'The cell, for example B5' -r
complete -c carteiro -n "__fish_carteiro_using_subcommand workbook; and __fish_seen_subcommand_from add" -l by -d 'What is added; a negative number takes away' -r
complete -c carteiro -n "__fish_carteiro_using_subcommand workbook; and __fish_seen_subcommand_from add" -l output -d 'Writes the changed workbook here and leaves FILE as it is' -r -F
complete -c carteiro -n "__fish_carteiro_using_subcommand workbook; and __fish_seen_subcommand_from add" -l backups -d 'Where the workbook as it was is kept when it is changed in place' -r -F
complete -c carteiro -n "__fish_carteiro_using_subcommand workbook; and __fish_seen_subcommand_from add" -s h -l help -d 'Print help'
complete -c carteiro -n "__fish_carteiro_using_subcommand workbook; and __fish_seen_subcommand_from help" -f -a "add" -d 'Adds to one count; totals that depend on it follow'
complete -c carteiro -n "__fish_carteiro_using_subcommand workbook; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c carteiro -n "__fish_carteiro_using_subcommand login" -s c -l config -d 'The configuration' -r -F
complete -c carteiro -n "__fish_carteiro_using_subcommand login" -s h -l help -d 'Print help'
complete -c carteiro -n "__fish_carteiro_using_subcommand schema" -s h -l help -d 'Print help'
complete -c carteiro -n "__fish_carteiro_using_subcommand completions" -s h -l help -d 'Print help'
complete -c carteiro -n "__fish_carteiro_using_subcommand man" -s h -l help -d 'Print help'
complete -c carteiro -n "__fish_carteiro_using_subcommand help; and not __fish_seen_subcommand_from run once demo init check explain compare status show approve cancel resolve retry list receipt report media workbook login schema completions man help" -f -a "run" -d 'The daemon: waits for mail and does what is due until it is told to stop'
complete -c carteiro -n "__fish_carteiro_using_subcommand help; and not __fish_seen_subcommand_from run once demo init check explain compare status show approve cancel resolve retry list receipt report media workbook login schema completions man help" -f -a "once" -d 'One pass over everything due, then exit'
complete -c carteiro -n "__fish_carteiro_using_subcommand help; and not __fish_seen_subcommand_from run once demo init check explain compare status show approve cancel resolve retry list receipt report media workbook login schema completions man help" -f -a "demo" -d 'A whole working day on an embedded world: no server, no configuration'
complete -c carteiro -n "__fish_carteiro_using_subcommand help; and not __fish_seen_subcommand_from run once demo init check explain compare status show approve cancel resolve retry list receipt report media workbook login schema completions man help" -f -a "init" -d 'Writes a commented carteiro.toml and the default rules into a folder'
complete -c carteiro -n "__fish_carteiro_using_subcommand help; and not __fish_seen_subcommand_from run once demo init check explain compare status show approve cancel resolve retry list receipt report media workbook login schema completions man help" -f -a "check" -d 'Checks configuration, rules and their examples; with --connect also logs in everywhere'
complete -c carteiro -n "__fish_carteiro_using_subcommand help; and not __fish_seen_subcommand_from run once demo init check explain compare status show approve cancel resolve retry list receipt report media workbook login schema completions man help" -f -a "explain" -d 'What would be done with a mail and why; touches nothing'
complete -c carteiro -n "__fish_carteiro_using_subcommand help; and not __fish_seen_subcommand_from run once demo init check explain compare status show approve cancel resolve retry list receipt report media workbook login schema completions man help" -f -a "compare" -d 'Which decisions on archived mail would change under other rules'
complete -c carteiro -n "__fish_carteiro_using_subcommand help; and not __fish_seen_subcommand_from run once demo init check explain compare status show approve cancel resolve retry list receipt report media workbook login schema completions man help" -f -a "status" -d 'What is open, with progress and forecast'
complete -c carteiro -n "__fish_carteiro_using_subcommand help; and not __fish_seen_subcommand_from run once demo init check explain compare status show approve cancel resolve retry list receipt report media workbook login schema completions man help" -f -a "show" -d 'The story of one request: who got what and when'
complete -c carteiro -n "__fish_carteiro_using_subcommand help; and not __fish_seen_subcommand_from run once demo init check explain compare status show approve cancel resolve retry list receipt report media workbook login schema completions man help" -f -a "approve" -d 'Consents to a request that waits for it'
complete -c carteiro -n "__fish_carteiro_using_subcommand help; and not __fish_seen_subcommand_from run once demo init check explain compare status show approve cancel resolve retry list receipt report media workbook login schema completions man help" -f -a "cancel" -d 'Stops a request'
complete -c carteiro -n "__fish_carteiro_using_subcommand help; and not __fish_seen_subcommand_from run once demo init check explain compare status show approve cancel resolve retry list receipt report media workbook login schema completions man help" -f -a "resolve" -d 'Decides what nobody could know: was it sent, or shall it be sent again'
complete -c carteiro -n "__fish_carteiro_using_subcommand help; and not __fish_seen_subcommand_from run once demo init check explain compare status show approve cancel resolve retry list receipt report media workbook login schema completions man help" -f -a "retry" -d 'Tries again what was put aside'
complete -c carteiro -n "__fish_carteiro_using_subcommand help; and not __fish_seen_subcommand_from run once demo init check explain compare status show approve cancel resolve retry list receipt report media workbook login schema completions man help" -f -a "list" -d 'Reads any list as a request\'s list would be read'
complete -c carteiro -n "__fish_carteiro_using_subcommand help; and not __fish_seen_subcommand_from run once demo init check explain compare status show approve cancel resolve retry list receipt report media workbook login schema completions man help" -f -a "receipt" -d 'Reads delivery notices'
complete -c carteiro -n "__fish_carteiro_using_subcommand help; and not __fish_seen_subcommand_from run once demo init check explain compare status show approve cancel resolve retry list receipt report media workbook login schema completions man help" -f -a "report" -d 'Reads a call center report'
complete -c carteiro -n "__fish_carteiro_using_subcommand help; and not __fish_seen_subcommand_from run once demo init check explain compare status show approve cancel resolve retry list receipt report media workbook login schema completions man help" -f -a "media" -d 'What WhatsApp takes as it is, what is converted, what cannot be'
complete -c carteiro -n "__fish_carteiro_using_subcommand help; and not __fish_seen_subcommand_from run once demo init check explain compare status show approve cancel resolve retry list receipt report media workbook login schema completions man help" -f -a "workbook" -d 'Corrects a count in a workbook by hand, with nothing else changed'
complete -c carteiro -n "__fish_carteiro_using_subcommand help; and not __fish_seen_subcommand_from run once demo init check explain compare status show approve cancel resolve retry list receipt report media workbook login schema completions man help" -f -a "login" -d 'OAuth2 sign-in for a mailbox by device code'
complete -c carteiro -n "__fish_carteiro_using_subcommand help; and not __fish_seen_subcommand_from run once demo init check explain compare status show approve cancel resolve retry list receipt report media workbook login schema completions man help" -f -a "schema" -d 'Writes the JSON schemas of the rule files'
complete -c carteiro -n "__fish_carteiro_using_subcommand help; and not __fish_seen_subcommand_from run once demo init check explain compare status show approve cancel resolve retry list receipt report media workbook login schema completions man help" -f -a "completions" -d 'Prints the completions of a shell'
complete -c carteiro -n "__fish_carteiro_using_subcommand help; and not __fish_seen_subcommand_from run once demo init check explain compare status show approve cancel resolve retry list receipt report media workbook login schema completions man help" -f -a "man" -d 'Prints the manual page'
complete -c carteiro -n "__fish_carteiro_using_subcommand help; and not __fish_seen_subcommand_from run once demo init check explain compare status show approve cancel resolve retry list receipt report media workbook login schema completions man help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c carteiro -n "__fish_carteiro_using_subcommand help; and __fish_seen_subcommand_from workbook" -f -a "add" -d 'Adds to one count; totals that depend on it follow'
