//! Dovecot 2.3: IMAP, LMTP and the logins of Postfix.

use std::{fs, os::unix::fs::PermissionsExt, path::Path};

use super::{Options, PASSWORD, Ports, daemon::Daemon, tokens};

pub const PROGRAM: &str = "/usr/sbin/dovecot";

pub fn configure(dir: &Path, ports: &Ports, options: &Options) {
    for folder in ["dovecot", "dovecot/run", "dovecot/state", "dovecot/oauth/default/HS256", "log", "mail"] {
        fs::create_dir_all(dir.join(folder)).unwrap();
    }
    std::os::unix::fs::chown(dir.join("mail"), Some(8), Some(8)).unwrap();
    let root = dir.display();
    fs::write(
        dir.join("dovecot/users"),
        format!("pessoa:::::{root}/mail::\ncheia:::::{root}/mail::userdb_quota_rule=*:bytes=1\n"),
    )
    .unwrap();
    fs::write(dir.join("dovecot/oauth2.conf"), format!(
        "introspection_mode = local\nlocal_validation_key_dict = fs:posix:prefix={root}/dovecot/oauth/\nusername_attribute = upn\n"
    ))
    .unwrap();
    fs::write(dir.join("dovecot/oauth/default/HS256/default"), tokens::key_base64()).unwrap();
    fs::write(dir.join("dovecot/dovecot.conf"), text(dir, ports, options)).unwrap();
    for folder in ["dovecot", "dovecot/oauth", "dovecot/oauth/default", "dovecot/oauth/default/HS256"] {
        fs::set_permissions(dir.join(folder), fs::Permissions::from_mode(0o755)).unwrap();
    }
}

pub fn start(dir: &Path) -> Daemon {
    let conf = dir.join("dovecot/dovecot.conf");
    Daemon::start(dir, "dovecot", &[PROGRAM, "-F", "-c", conf.to_str().unwrap()])
}

fn text(dir: &Path, ports: &Ports, options: &Options) -> String {
    let root = dir.display();
    let Ports { imap, imaps, .. } = ports;
    let more = options.dovecot_conf.join("\n");
    format!(
        r#"
base_dir = {root}/dovecot/run
state_dir = {root}/dovecot/state
instance_name = teste
log_path = {root}/log/dovecot.log
protocols = imap lmtp
listen = 127.0.0.1
ssl = required
ssl_cert = <{root}/ca/server.pem
ssl_key = <{root}/ca/server.key
disable_plaintext_auth = yes
mail_location = maildir:{root}/mail/%Ld/%Ln
mail_uid = 8
mail_gid = 8
first_valid_uid = 1
mail_fsync = never
mail_max_userip_connections = 200
auth_mechanisms = plain login xoauth2 oauthbearer
auth_default_realm = ipreville.test
auth_username_format = %Lu
auth_failure_delay = 0
auth_debug = yes
shutdown_clients = yes
mail_plugins = quota
plugin {{
  quota = maildir:Caixa
}}
namespace inbox {{
  inbox = yes
  separator = /
}}
passdb {{
  driver = oauth2
  mechanisms = xoauth2 oauthbearer
  args = {root}/dovecot/oauth2.conf
}}
passdb {{
  driver = static
  mechanisms = plain login
  args = password={PASSWORD}
}}
userdb {{
  driver = passwd-file
  args = username_format=%{{if;%Ln;*;inexistente*;ninguem;%{{if;%Ln;*;cheia*;cheia;pessoa}}}} {root}/dovecot/users
  override_fields = uid=8 gid=8 home={root}/mail/%Ld/%Ln
}}
service imap-login {{
  chroot =
  service_count = 0
  inet_listener imap {{
    port = {imap}
  }}
  inet_listener imaps {{
    port = {imaps}
    ssl = yes
  }}
}}
service imap {{
  service_count = 0
}}
service anvil {{
  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
}}
service lmtp {{
  unix_listener lmtp {{
    mode = 0666
  }}
}}
service auth {{
  unix_listener login-postfix {{
    mode = 0666
  }}
}}
{more}
"#
    )
}
