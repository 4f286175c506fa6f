//! CPF numbers: read as lists write them, with Excel's lost zeros put back, and their check digits verified.

/// Whether a CPF cell can be right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CpfCheck {
    /// Eleven digits whose check digits agree.
    Valid,
    /// The check digits do not agree, or all digits are the same.
    WrongDigits,
    /// It has not the digits of a CPF at all.
    NotACpf,
}

/// Checks a CPF as it stands in a cell; a number cell that lost its leading zeros is padded to eleven digits.
#[must_use]
pub fn check_cpf(text: &str) -> CpfCheck {
    let Some(digits) = cpf_digits(text) else { return CpfCheck::NotACpf };
    let all_same = digits.iter().all(|it| Some(it) == digits.first());
    let agrees = |count: usize| digits.get(count).copied() == Some(check_digit(digits.get(..count).unwrap_or(&[])));
    if !all_same && agrees(9) && agrees(10) { CpfCheck::Valid } else { CpfCheck::WrongDigits }
}

/// The eleven digits of a CPF, zeros that Excel lost put back; `None` if it has none, too many, or other letters.
#[must_use]
pub fn cpf_digits(text: &str) -> Option<[u32; 11]> {
    let mut digits = Vec::with_capacity(11);
    for c in text.trim().chars() {
        match c.to_digit(10) {
            Some(digit) => digits.push(digit),
            None if matches!(c, '.' | '-' | '/' | ' ' | '\u{a0}' | '\u{2013}') => {}
            None => return None,
        }
    }
    // Six lost zeros: one CPF in a million.
    if !(5..=11).contains(&digits.len()) {
        return None;
    }
    let mut padded = [0; 11];
    for (place, digit) in padded.iter_mut().rev().zip(digits.iter().rev()) {
        *place = *digit;
    }
    Some(padded)
}

/// The check digit over the digits before it (weights count down to 2; FACTS: 10 becomes 0).
fn check_digit(before: &[u32]) -> u32 {
    let sum: u32 = before.iter().rev().zip(2..).map(|(digit, weight)| digit * weight).sum();
    sum * 10 % 11 % 10
}

#[cfg(test)]
mod tests {
    use super::{CpfCheck, check_cpf};

    #[test]
    fn check_digits_decide_and_lost_zeros_are_put_back() {
        assert_eq!(check_cpf("529.982.247-25"), CpfCheck::Valid);
        assert_eq!(check_cpf("52998224725"), CpfCheck::Valid);
        assert_eq!(check_cpf("529.982.247-26"), CpfCheck::WrongDigits);
        assert_eq!(check_cpf("111.111.111-11"), CpfCheck::WrongDigits);
        assert_eq!(check_cpf("1234567890"), check_cpf("012.345.678-90"));
        assert_eq!(check_cpf("191"), CpfCheck::NotACpf);
        assert_eq!(check_cpf("não tem"), CpfCheck::NotACpf);
        assert_eq!(check_cpf("529982247250"), CpfCheck::NotACpf);
    }
}
