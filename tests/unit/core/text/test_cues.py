"""Cues of page furniture: lines that a quick look could pass over by mistake."""

from __future__ import annotations

import pytest

from reader.core.text.blocks.captions import is_credited
from reader.core.text.blocks.cues import Cue, cue_of
from reader.core.text.blocks.lines import Line, read_lines


def line(text: str) -> Line:
    return read_lines(text)[0]


@pytest.mark.parametrize(
    "text",
    [
        "© 2023 Coastal News", "(C) 2019 A Paper", "COPYRIGHT 2020", "All rights RESERVED.",
        "Coastal News. All rights reserved", "Alle Rechte vorbehalten", "Tous droits réservés",
        "Todos los derechos reservados.", "Tutti i diritti riservati", "Riproduzione riservata",
        "Todos os direitos reservados", "Alle rechten voorbehouden", "Все права защищены",
        "جميع الحقوق محفوظة", "新京报 版权所有", "版權所有", "記事の無断転載を禁じます",
        "未经授权不得转载", "本文禁止转载", "无断转载",
    ],
)  # fmt: skip
def test_copyright_lines(text: str) -> None:
    assert cue_of(line(text)) is Cue.COPYRIGHT


@pytest.mark.parametrize(
    "text",
    [
        "You use an AdBlocker", "Please turn off your ad-block", "Bitte Werbeblocker aus",
        "Votre bloqueur de publicité est actif", "Su bloqueador de anuncios está activo",
        "Отключите блокировщик рекламы", "Please enable JavaScript to go on", "请关闭广告拦截插件",
        "広告ブロックを無効にしてください", "مانع الإعلانات",
    ],
)  # fmt: skip
def test_notices_on_blockers(text: str) -> None:
    assert cue_of(line(text)) is Cue.ADBLOCK


@pytest.mark.parametrize(
    "text",
    [
        "This website uses cookies", "Wir verwenden Cookies", "Accept all cookies and go on",
        "Alle Cookies akzeptieren", "Accepter les cookies", "Aceptar las cookies", "Cookie policy",
        "By continuing to browse this site you agree to it", "By using our website you agree",
        "By clicking here you agree",
    ],
)  # fmt: skip
def test_notices_on_cookies(text: str) -> None:
    assert cue_of(line(text)) is Cue.COOKIES


@pytest.mark.parametrize(
    "text",
    ["3 May 2021", "an hour ago", "10:31 IST, updated", "٣ مايو", "2018年5月3日", "2 hours AGO"],
)
def test_stamps(text: str) -> None:
    assert cue_of(line(text)) is Cue.DATE


@pytest.mark.parametrize(
    "text",
    [
        "The tower stands in the dried lake bed. PHOTO: Lena Marsh",
        "The tower stands in the dried lake bed [File: Lena Marsh/AFP]",
        "The tower stands in the dried lake bed (courtesy of the archive).",
        "The tower stands in the dried lake bed AFP / Lena Marsh",
        "Lena Marsh in the dried lake bed/Reuters",
        "The tower stands in the dried lake bed. File picture",
        "La tour dans le lac asséché. Crédit photo: Lena Marsh",
        "Der Turm im trockenen See. Archivfoto: Lena Marsh",
        "Der Turm im trockenen See. Symbolbild: Lena Marsh",
        "La torre en el lago seco. Imagen: Lena Marsh",
        "湖底の塔（共同提供）",
        "湖底的塔【张三摄】",
    ],
)
def test_credits(text: str) -> None:
    assert is_credited(line(text))


@pytest.mark.parametrize(
    "text",
    ["The council met on Monday.", "He had seen the photo before.", "It was block 7 (the last)."],
)
def test_sentences_are_none_of_them(text: str) -> None:
    assert cue_of(line(text)) is None
    assert not is_credited(line(text))
