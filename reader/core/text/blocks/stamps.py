"""Lines that say by whom a text was published and when."""

from __future__ import annotations

import re
from typing import Final

from reader.core.text.blocks.lines import Line
from reader.core.text.tokens import SPACELESS_SIGN

_MONTHS: Final = (
    "jan(?:uary|uar|vier|eiro)?|jänner|enero|gennaio|"
    "feb(?:ruary|ruar|rero|braio)?|févr?(?:ier)?|fevereiro|"
    "mar(?:ch|s|zo|ço)?|märz|mrz|maart|apr(?:il|ile)?|avr(?:il)?|abr(?:il)?|"
    "may|mai|mayo|maio|maggio|mei|june?|juni|juin|junio|junho|giugno|"
    "july?|juli|juil(?:let)?|julio|julho|luglio|aug(?:ust|ustus)?|août|ago(?:sto)?|"
    "sep(?:t|tember|tembre|tiembre)?|setembro|settembre|o[ck]t(?:ober|obre)?|octubre|outubro|"
    "ottobre|nov(?:ember|embre|iembre|embro)?|de[cz](?:ember|embre|embro)?|déc(?:embre)?|"
    "dic(?:iembre|embre)?|январ[ья]|феврал[ья]|марта?|апрел[ья]|мая|июн[ья]|июл[ья]|августа?|"
    "сентябр[ья]|октябр[ья]|ноябр[ья]|декабр[ья]|"
    "يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر"
)
_DAYS: Final = (
    "mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:rs|rsday)?|fri(?:day)?|sat(?:urday)?|"
    "sun(?:day)?|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lundi|mardi|"
    "mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|"
    "domingo|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|"
    "الأحد|الاثنين|الإثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت"
)
_STAMPS: Final = (
    "(?:first |last |story |originally )?(?:published|posted|updated|modified|created|uploaded|"
    "issued|edited)|date|veröffentlicht|aktualisiert|stand|erstellt|publié|mis à jour|modifié|"
    "publicado|actualizado|pubblicato|aggiornato|atualizado|gepubliceerd|bijgewerkt|опубликовано|"
    "обновлено|نشر(?: في)?|تاريخ النشر|آخر تحديث|"
    "发布时间|发布于|发布|更新时间|更新于|更新|発表|公開|配信"
)
_DATE: Final = re.compile(
    rf"""
    \b\d{{1,2}}(?:st|nd|rd|th|er|\.|º)?\s*(?:de\s+|of\s+)?(?:{_MONTHS})\b\.?,?
        (?:\s*(?:de\s+|del\s+)?\d{{4}})?
  | \b(?:{_MONTHS})\b\.?\s+\d{{1,2}}(?:st|nd|rd|th)?\b(?:,?\s*\d{{4}})?
  | \b\d{{4}}\s*[-/.]\s*\d{{1,2}}\s*[-/.]\s*\d{{1,2}}\b
  | \b\d{{1,2}}\s*[-/.]\s*\d{{1,2}}\s*[-/.]\s*\d{{2,4}}\b
  | \d{{4}}\s*年\s*\d{{1,2}}\s*月\s*\d{{1,2}}\s*日
  | \d{{1,2}}\s*月\s*\d{{1,2}}\s*日
    """,
    re.IGNORECASE | re.VERBOSE,
)
_AGO: Final = re.compile(
    r"\b(?:\d+|an?)\s+(?:min(?:ute)?s?|hours?|hrs?|days?|weeks?)\s+ago\b"
    r"|\bvor\s+\d+\s+(?:minuten|stunden|tagen)\b|\bil\s+y\s+a\s+\d+\s+(?:minutes|heures?|jours?)\b"
    r"|\bhace\s+\d+\s+(?:minutos|horas?|días?)\b|\d+\s*(?:分钟|小时|分|時間|日)前",
    re.IGNORECASE,
)
_CLOCK: Final = re.compile(
    r"\b\d{1,2}\s*[:.h時时]\s*\d\d(?::\d\d)?分?\s*(?:[ap]\.?\s?m\b\.?|uhr|hrs?\b)?"
    r"(?:\s+(?-i:[A-Z]{2,4})\b)?|\b\d{1,2}\s*[ap]\.?m\b\.?",
    re.IGNORECASE,
)
_STAMP: Final = re.compile(rf"(?:\b(?:{_STAMPS})\b)|发布|更新|公開|配信", re.I)
_MAY_DATE: Final = re.compile(r"\d|ago\b", re.IGNORECASE)
"""What every date, hour and 'an hour ago' has."""
_DAY: Final = re.compile(
    rf"\b(?:{_DAYS})\b|星期\S|周[一二三四五六日]|[(（][月火水木金土日][)）]", re.I
)
_WORD: Final = re.compile(r"[^\W_]+")


def is_stamp(line: Line) -> bool:
    """Whether a line says little more than when it was published.

    Three words beside the date are allowed, six where it says 'published' or the like.
    """
    if line.words > 24 or not _MAY_DATE.search(line.text):
        return False
    rest, dates = _DATE.subn(" ", line.text)
    rest, ago = _AGO.subn(" ", rest)
    rest, clocks = _CLOCK.subn(" ", rest)
    rest, stamps = _STAMP.subn(" ", rest)
    left = _count(_DAY.sub(" ", rest))
    if not dates and not ago:
        return stamps > 0 and clocks > 0 and left <= 3
    return left <= (6 if stamps else 3) and not (line.ended and left > 2)


def _count(rest: str) -> int:
    """Words, where two signs of a script without blanks count as one."""
    signs = len(SPACELESS_SIGN.findall(rest))
    return len(_WORD.findall(SPACELESS_SIGN.sub(" ", rest))) + (signs + 1) // 2


_BY: Final = (
    "by|von|par|por|di|da|door|av|от|text|texte|author|autor|auteur|autore|"
    r"(?:written|reported|story|posted|interview|words|compiled)\s+by|on\s+behalf\s+of|بقلم|كتب|كتبت"
)
_NAMED: Final = (
    "and|und|et|y|e|de|van|von|der|la|bin|al|in|for|the|with|of|at|a|correspondents?|staff|writers?|"
    "reporters?|editors?"
)
_BYLINE: Final = re.compile(
    rf"""
    (?i:{_BY})\s*[:：]?\s+
        (?:(?:[^\W\d_a-zß-ÿа-я][\w.'’-]*|{_NAMED})[\s,|&/]*){{1,14}}
        (?:[@|•·–—(-].{{0,80}})?
  | (?i:by|von|par|por)\s+(?:our|a|the|unser\w*|notre|nos|nuestro)\s+(?:[^\W\d_]+\s*){{1,4}}
  | (?:本报记者|记者|作者|撰文|記者|文)\s*[:：/／丨|]?\s*[\u3400-\u9fff\u3041-\u30ff·\s]{{2,12}}
    """,
    re.VERBOSE,
)


def is_byline(line: Line) -> bool:
    """Whether a line names who wrote the text."""
    return line.words <= 16 and not line.ended and _BYLINE.fullmatch(line.text) is not None
