//! JSON schemas of the rule files, made from the vocabulary table: editors complete keys and show their meaning.

use serde_json::{Map, Value, json};

use super::keys::{ACTION_KEY, ACTIONS, AREAS, Key, Kind, MEDIA, Need, PARTIES, RULE, SENDERS_OF_EXAMPLES, Word};

/// Each schema with the name of its file.
#[must_use]
pub fn all() -> Vec<(&'static str, Value)> {
    vec![
        ("areas.schema.json", file("Quem pode pedir: areas.toml", AREAS)),
        ("midia.schema.json", file("O que cada canal aceita: midia.toml", MEDIA)),
        ("regra.schema.json", file("Uma regra do carteiro", RULE)),
        ("vocabulario.schema.json", vocabulary()),
    ]
}

fn file(title: &str, keys: &[Key]) -> Value {
    let mut schema = object(keys);
    schema.insert("$schema".to_owned(), json!("http://json-schema.org/draft-07/schema#"));
    schema.insert("title".to_owned(), json!(title));
    Value::Object(schema)
}

fn vocabulary() -> Value {
    let tables: Map<String, Value> = crate::office::Vocabulary::shipped()
        .tables()
        .map(|table| {
            let list = json!({ "type": "array", "items": { "type": "string", "minLength": 1 } });
            (table.to_owned(), json!({ "type": "object", "additionalProperties": list }))
        })
        .collect();
    json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "As palavras com que o carteiro entende e-mails: vocabulario.toml",
        "type": "object",
        "properties": tables,
        "additionalProperties": false,
    })
}

fn object(keys: &[Key]) -> Map<String, Value> {
    let properties: Map<String, Value> = keys.iter().map(|it| (it.name.to_owned(), described(it))).collect();
    let required: Vec<&str> = keys.iter().filter(|it| it.need == Need::Required).map(|it| it.name).collect();
    let mut schema = Map::new();
    schema.insert("type".to_owned(), json!("object"));
    schema.insert("properties".to_owned(), Value::Object(properties));
    schema.insert("required".to_owned(), json!(required));
    schema.insert("additionalProperties".to_owned(), json!(false));
    schema
}

fn described(key: &Key) -> Value {
    let mut schema = value(key.kind);
    if let Value::Object(map) = &mut schema {
        map.insert("description".to_owned(), json!(key.doc));
    }
    schema
}

fn value(kind: Kind) -> Value {
    let text = || json!({ "type": "string", "minLength": 1 });
    let some = |item: Value| json!({ "anyOf": [item, { "type": "array", "items": item, "minItems": 1 }] });
    match kind {
        Kind::Text | Kind::Folder | Kind::TextName | Kind::NoticeName | Kind::Address => text(),
        Kind::Flag => json!({ "type": "boolean" }),
        Kind::Number => json!({ "type": "integer", "minimum": 0 }),
        // A TOML date has no type of its own in a JSON schema; editors show the description.
        Kind::Day => json!({}),
        Kind::Length => json!({ "type": "string", "examples": ["2 dias uteis", "24h"] }),
        Kind::Years => json!({ "type": "string", "pattern": "^[0-9]+ anos?$" }),
        Kind::Hour => json!({ "type": "string", "pattern": "^[0-9]{1,2}[:h][0-9]{0,2}$" }),
        Kind::Word(words) => one_of(words),
        Kind::Words(words) => some(one_of(words)),
        Kind::FlagOrWords(words) => json!({ "anyOf": [{ "type": "boolean" }, some(one_of(words))] }),
        Kind::AreaKeys | Kind::Categories | Kind::Phrases => some(text()),
        Kind::Party => with_examples(PARTIES),
        Kind::Sender => with_examples(SENDERS_OF_EXAMPLES),
        Kind::FileNames => some(text()),
        Kind::Addresses | Kind::Hosts | Kind::List => json!({ "type": "array", "items": text() }),
        Kind::Table(keys) => Value::Object(object(keys)),
        Kind::Tables(keys) => json!({ "type": "array", "minItems": 1, "items": Value::Object(object(keys)) }),
        Kind::Actions => json!({ "type": "array", "minItems": 1, "items": { "oneOf": actions() } }),
        Kind::Named(keys) => json!({ "type": "object", "additionalProperties": Value::Object(object(keys)) }),
    }
}

fn one_of(words: &[Word]) -> Value {
    let words: Vec<Value> = words.iter().map(|it| json!({ "const": it.name, "description": it.doc })).collect();
    json!({ "oneOf": words })
}

fn with_examples(words: &[Word]) -> Value {
    let names: Vec<&str> = words.iter().map(|it| it.name).collect();
    json!({ "type": "string", "examples": names })
}

/// One shape for each action, told apart by `acao`.
fn actions() -> Vec<Value> {
    ACTIONS
        .iter()
        .map(|(word, keys)| {
            let mut schema = object(keys);
            let key = json!({ "const": word.name, "description": word.doc });
            if let Some(Value::Object(properties)) = schema.get_mut("properties") {
                properties.insert(ACTION_KEY.name.to_owned(), key);
            }
            if let Some(Value::Array(required)) = schema.get_mut("required") {
                required.push(json!(ACTION_KEY.name));
            }
            Value::Object(schema)
        })
        .collect()
}
