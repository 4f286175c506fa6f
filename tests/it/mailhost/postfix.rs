//! Postfix: the open door `mx`, `submission`, `smtps`, and what becomes of mail.

use std::{
    fs::{self, File, FileTimes},
    os::unix::fs::PermissionsExt,
    path::Path,
    process::Command,
    time::{Duration, SystemTime},
};

use super::{AUTHSERV_ID, Options, Ports, daemon::Daemon};

pub const MASTER: &str = "/usr/lib/postfix/sbin/master";

pub fn configure(dir: &Path, ports: &Ports, outside: u16, options: &Options) {
    for folder in ["etc", "data", "spool", "entregue", "log"] {
        fs::create_dir_all(dir.join(folder)).unwrap();
    }
    queue_folders(dir);
    let write = |name: &str, text: String| fs::write(dir.join("etc").join(name), text).unwrap();
    write("main.cf", main_cf(dir, options));
    write("master.cf", master_cf(ports));
    write("transport", transport(outside));
    write(
        "recipients",
        "/^recusado/ 550 5.1.1 caixa postal desconhecida\n/^adiado/ 451 4.7.1 tente mais tarde\n".into(),
    );
    write(
        "senders",
        "/^presidente@ipreville\\.test$/ presidente@ipreville.test assessoria@ipreville.test\n/^(.+)$/ ${1}\n".into(),
    );
    write(
        "results-inside",
        format!("/@([^@]+)$/ PREPEND Authentication-Results: {AUTHSERV_ID}; dmarc=pass header.from=$1\n"),
    );
    write(
        "results-outside",
        format!(
            "/@(correto\\.test)$/ PREPEND Authentication-Results: {AUTHSERV_ID}; dmarc=pass header.from=$1\n\
         /@([^@]+)$/ PREPEND Authentication-Results: {AUTHSERV_ID}; dmarc=fail header.from=$1\n"
        ),
    );
    // Postfix sleeps until main.cf is older than a second.
    let earlier = FileTimes::new().set_modified(SystemTime::now() - Duration::from_secs(60));
    File::options().write(true).open(dir.join("etc/main.cf")).unwrap().set_times(earlier).unwrap();
}

pub fn start(dir: &Path) -> Daemon {
    let etc = dir.join("etc");
    Daemon::start(dir, "postfix", &[MASTER, "-c", etc.to_str().unwrap(), "-d"])
}

fn queue_folders(dir: &Path) {
    let spool = dir.join("spool");
    for folder in [
        "active", "bounce", "corrupt", "defer", "deferred", "flush", "hold", "incoming", "maildrop", "private",
        "public", "saved", "trace", "pid",
    ] {
        fs::create_dir(spool.join(folder)).unwrap();
        fs::set_permissions(spool.join(folder), fs::Permissions::from_mode(0o700)).unwrap();
    }
    fs::set_permissions(spool.join("public"), fs::Permissions::from_mode(0o710)).unwrap();
    fs::set_permissions(spool.join("maildrop"), fs::Permissions::from_mode(0o730)).unwrap();
    fs::set_permissions(spool.join("pid"), fs::Permissions::from_mode(0o755)).unwrap();
    fs::set_permissions(dir.join("data"), fs::Permissions::from_mode(0o700)).unwrap();
    let owned = Command::new("sh")
        .arg("-c")
        .arg("cd \"$1\" && chown postfix data && cd spool && chown postfix [a-o]* private saved trace && chown postfix:postdrop maildrop public && chown mail:mail ../entregue")
        .args(["sh", dir.to_str().unwrap()])
        .status()
        .unwrap();
    assert!(owned.success());
}

fn main_cf(dir: &Path, options: &Options) -> String {
    let root = dir.display();
    let discard = if options.discard_ehlo.is_empty() {
        String::new()
    } else {
        format!("smtpd_discard_ehlo_keywords = {}\n", options.discard_ehlo.join(", "))
    };
    let more = options.main_cf.join("\n");
    let base = format!(
        r"compatibility_level = 3.6
queue_directory = {root}/spool
data_directory = {root}/data
daemon_directory = /usr/lib/postfix/sbin
command_directory = /usr/sbin
mail_owner = postfix
setgid_group = postdrop
maillog_file = {root}/log/postfix.log
maillog_file_prefixes = {root}
myhostname = mx.ipreville.test
mydomain = ipreville.test
myorigin = ipreville.test
mydestination =
mynetworks =
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
smtpd_peername_lookup = no
smtp_dns_support_level = disabled
smtp_host_lookup = native
alias_maps =
alias_database =
local_recipient_maps =
virtual_mailbox_domains = ipreville.test, callcenter.test, segurados.test, entregue.test
virtual_mailbox_base = {root}
virtual_mailbox_maps = static:entregue/
virtual_uid_maps = static:8
virtual_gid_maps = static:8
virtual_minimum_uid = 1
virtual_transport = lmtp:unix:{root}/dovecot/run/lmtp
transport_maps = regexp:{root}/etc/transport
lmtp_destination_recipient_limit = 50
outside_destination_recipient_limit = 1
smtpd_reject_unlisted_recipient = no
smtpd_recipient_limit = 1000
smtpd_client_connection_count_limit = 0
smtpd_error_sleep_time = 0
smtpd_tls_cert_file = {root}/ca/server.pem
smtpd_tls_key_file = {root}/ca/server.key
smtpd_tls_security_level = may
smtpd_tls_auth_only = yes
smtpd_sasl_type = dovecot
smtpd_sasl_path = {root}/dovecot/run/login-postfix
smtpd_sasl_security_options = noanonymous
smtpd_sender_login_maps = regexp:{root}/etc/senders
smtpd_relay_restrictions = permit_sasl_authenticated, reject_unauth_destination
smtpd_recipient_restrictions = check_recipient_access regexp:{root}/etc/recipients
smtpd_data_restrictions = check_sender_access regexp:{root}/etc/results-outside
inside_data_restrictions = check_sender_access regexp:{root}/etc/results-inside
delay_warning_time = 2s
queue_run_delay = 1s
minimal_backoff_time = 1s
maximal_backoff_time = 2s
maximal_queue_lifetime = 7s
bounce_queue_lifetime = 7s
message_size_limit = 220000000
virtual_mailbox_limit = 0
mailbox_size_limit = 0
in_flow_delay = 0
{discard}"
    );
    // A line that is there twice is warned of, and its logger waits for itself with the warning.
    let key = |line: &str| line.split('=').next().unwrap_or_default().trim().to_owned();
    let ours: Vec<String> = options.main_cf.iter().map(|it| key(it)).collect();
    let kept: Vec<&str> = base.lines().filter(|it| !ours.contains(&key(it))).collect();
    format!("{}\n{more}\n", kept.join("\n"))
}

fn master_cf(ports: &Ports) -> String {
    let Ports { mx, submission, smtps, .. } = ports;
    let inside = "-o smtpd_sasl_auth_enable=yes -o smtpd_sender_restrictions=reject_sender_login_mismatch \
                  -o smtpd_relay_restrictions=permit_sasl_authenticated,reject \
                  -o smtpd_data_restrictions=$inside_data_restrictions";
    format!(
        "127.0.0.1:{mx} inet n - n - - smtpd
127.0.0.1:{submission} inet n - n - - smtpd -o smtpd_tls_security_level=encrypt {inside}
127.0.0.1:{smtps} inet n - n - - smtpd -o smtpd_tls_wrappermode=yes {inside}
pickup unix n - n 60 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
verify unix - - n - 1 verify
flush unix n - n 1000? 0 flush
proxymap unix - - n - - proxymap
proxywrite unix - - n - 1 proxymap
smtp unix - - n - - smtp
relay unix - - n - - smtp
outside unix - - n - - smtp
showq unix n - n - - showq
error unix - - n - - error
retry unix - - n - - error
discard unix - - n - - discard
virtual unix - n n - - virtual
lmtp unix - - n - - lmtp
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
postlog unix-dgram n - n - 1 postlogd
"
    )
}

fn transport(outside: u16) -> String {
    format!(
        "/^quase-cheia/ retry:4.2.2 caixa postal quase cheia
/@entregue\\.test$/ virtual:
/@fora\\.test$/ outside:[127.0.0.1]:{outside}
"
    )
}
