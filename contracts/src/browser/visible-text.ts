/**
 * Characters of which nobody sees anything: blanks, controls, whatever Unicode calls ignorable (zero-width characters, Hangul fillers,
 * variation selectors, tags), marks without a letter to stand on, and three that are drawn as nothing although Unicode calls
 * them letters or symbols: the empty Braille cell, the object replacement character and the null notehead.
 */
const INVISIBLE =
  /[\p{White_Space}\p{Cc}\p{Cf}\p{Cs}\p{M}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u2800\ufffc\u{1d159}]/gu

/** What is left of a text for the eye. Only to judge a text by: joiners and marks belong into the words of many languages. */
export const toVisible = (text: string) => text.replace(INVISIBLE, '')

export const hasVisibleContent = (text: string) => toVisible(text) !== ''
