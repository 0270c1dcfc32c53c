"""Words that give a line away as page furniture, byline or credit, in the languages of the news."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final

from reader.core.text.blocks.lines import Line


class Cue(StrEnum):
    """What gives a line away."""

    COPYRIGHT = "copyright"
    PLAYER = "player"
    SHARE = "share"
    NAVIGATION = "navigation"
    COMMENTS = "comments"
    NEWSLETTER = "newsletter"
    RELATED = "related"
    ADVERT = "advert"
    ADBLOCK = "ad-block notice"
    COOKIES = "cookies"
    SOURCE = "source"
    ADDRESS = "address"
    CREDIT = "credit"
    DATE = "date"
    BYLINE = "byline"


CLOSING: Final = frozenset(
    {Cue.COPYRIGHT, Cue.COMMENTS, Cue.NEWSLETTER, Cue.RELATED, Cue.SOURCE, Cue.SHARE, Cue.ADBLOCK}
)
"""Cues after which, near the end of a page, nothing of the article comes any more."""

_COPYRIGHT: Final = r"""
    ^(?:©|\(c\)\s*(?:19|20)\d\d|copyright(?:\s+(?:notice|information|policy))?\s*[:.]?$)
  | ©\s*(?:copyright\s*)?(?:19|20)\d\d
  | \bcopyright\s+(?:©|\(c\)|(?:19|20)\d\d|[A-Z]{2,})
  | \ball\s+rights\s+reserved\b | \balle\s+rechte\s+vorbehalten\b | \btous\s+droits\s+réservés\b
  | \btodos\s+los\s+derechos\s+reservados\b | \btutti\s+i\s+diritti\s+riservati\b
  | \btodos\s+os\s+direitos\s+reservados\b | \balle\s+rechten\s+voorbehouden\b
  | все\s+права\s+защищены | جميع\s+الحقوق\s+محفوظة | حقوق\s+النشر | 版权所有 | 版權所有
  | 著作権 | 無断転載 | 禁无断转载 | 未经授权
"""
_PLAYER: Final = r"""
    ^\d{1,2}:\d\d(?::\d\d)?(?:\s*[/|–-]?\s*-?\d{1,2}:\d\d(?::\d\d)?)*$
  | ^(?:play|listen|watch|hear|stream)(?:\s+(?:now|live|audio|video|again|radio|tv|later|the|to|this
        |on|article|story|podcast|episode|in|full))+(?:\s+[\w.•·]+){0,2}$
  | ^(?:next\s+up|up\s+next|now\s+playing|on\s+air(?:\s+now)?|live\s+now)\s*:?$
  | ^(?:[\d–-]+[\s-]*minute\s+(?:listen|read)|(?:listen|read|reading\s+time)\s*[:·]?\s*\d+\s*min\w*
        |lesezeit\s*:?.{0,15}|temps\s+de\s+lecture.{0,20}|\d+\s*min(?:utes?|utos|\.)?(?:\s+(?:read|de\s+lecture|de\s+lectura|lesezeit))?)$
  | ^(?:audio|video)\s+(?:player|unavailable|is\s+loading|wird).{0,60}$
  | ^(?:this\s+(?:video|audio)\s+|your\s+browser\s+does|to\s+play\s+this).{0,120}$
  | ^(?:artikel|beitrag)\s+(?:an)?hören$ | ^écouter\s+(?:l['’]|cet\s+)article.{0,20}$
  | ^escuchar\s+(?:el\s+)?artículo$ | ^(?:收听|播放|再生|聞く|استمع)\S{0,12}$
"""
_SHARE: Final = r"""
    ^(?:share|tweet|teilen|partager|compartir|condividi|compartilhar|delen|поделиться|مشاركة|شارك
        |分享|分享到|シェア(?:する)?|ツイート)
        (?:[\s:,]+(?:this|article|story|post|on|via|it|with|link|auf|bei|sur|en|su|no|op|cet?|
        den?|artikel|beitrag|artículo|articolo|l['’]article|facebook|twitter|x|whatsapp|telegram|
        linkedin|reddit|e-?mail|email|pinterest|pocket|微信|微博|朋友圈)\b)*\s*[:!.]?$
  | ^(?:share|partager|compartir|teilen)\s*:.{0,80}$
  | ^(?:facebook|twitter|whatsapp|telegram|linkedin|reddit|pinterest|flipboard|instagram|youtube
        |tiktok|wechat|weibo|微博|微信|e-?mail|print|copy\s+link|drucken|imprimer|imprimir|打印)
        (?:[\s,|•·/]+(?:x|facebook|twitter|whatsapp|telegram|linkedin|reddit|pinterest|flipboard
        |instagram|youtube|tiktok|wechat|weibo|微博|微信|e-?mail|print|copy\s+link|messenger|more))*$
  | ^(?:click|tap)\s+(?:here\s+)?to\s+(?:share|print|email|copy).{0,80}$
  | ^(?:follow|like|find|join|folgen\s+sie|suivez|síguenos|seguici|关注|フォロー|تابعونا)
        (?:\s+\S+){0,6}?\s+(?:on|auf|sur|en|su)\s+(?:x|facebook|twitter|instagram|telegram|whatsapp
        |youtube|tiktok|google\s+news|linkedin|threads|bluesky).{0,60}$
"""
_NAVIGATION: Final = r"""
    ^(?:skip|jump|zum|aller|saltar|ir|vai|passer)\s+(?:to|inhalt|au|al|directement|para)\b.{0,30}$
  | ^(?:menu|menü|menú|home|search|log\s*in|sign\s+in|sign\s+up|register|my\s+account|subscribe
        |donate|suche|anmelden|startseite|accueil|rechercher|connexion|se\s+connecter|inicio|buscar
        |iniciar\s+sesión|portada|cerca|accedi|close|back\s+to\s+top|top|nach\s+oben|live|e-paper
        |epaper|newsletter|首页|菜单|搜索|登录|注册|首頁|ホーム|メニュー|検索|ログイン|الرئيسية
        |القائمة|بحث|главная|меню|поиск|войти|load\s+more|show\s+more|view\s+all|see\s+all|more
        |read\s+full\s+article|next|previous|next\s+article|previous\s+article|weiterlesen
        |about(?:\s+us)?|contact(?:\s+us)?|impressum|datenschutz|kontakt|agb|mentions\s+légales
        |privacy(?:\s+policy)?|terms(?:\s+(?:of|and|&)\s+\w+)?|advertise(?:\s+with\s+us)?|careers
        |help|faq|rss|sitemap|aviso\s+legal|关于我们|联系我们|お問い合わせ|利用規約)$
  | ^(?:home|startseite|accueil|inicio|home\s*page|首页|ホーム|الرئيسية|главная)\s*[»›>/|→＞].{0,300}$
  | ^(?:you\s+are\s+here|sie\s+sind\s+hier|vous\s+êtes\s+ici|您的位置|当前位置)\s*[:：].{0,300}$
  | ^(?:tags?|topics?|keywords?|filed\s+under|categor(?:y|ies)|schlagw[oö]rte?r?|themen|mots[\s-]clés
        |etiquetas|temas|tag|标签|关键词|タグ|كلمات\s+مفتاحية|теги|more\s+on\s+this(?:\s+story)?)\s*[:：].{0,200}$
"""
_COMMENTS: Final = r"""
    ^(?:leave|post|write|add|join|view|show|see|read|hide)\s+(?:a|your|the|all|\d+)?\s*
        (?:reply|comments?|discussion|conversation)\b.{0,30}$
  | ^(?:\d+\s+)?(?:comments?|replies|kommentare?|commentaires?|comentarios?|commenti|comentários?
        |reacties|комментари\w+|التعليقات|تعليقات|评论|評論|コメント)(?:\s*\(?\d+\)?)?\s*[:：]?$
  | ^be\s+the\s+first\s+to\s+(?:comment|reply|share).{0,30}$
  | ^your\s+e-?mail\s+address\s+will\s+not\s+be\s+published.{0,60}$
  | ^required\s+fields\s+are\s+marked.{0,10}$
  | ^(?:name|email|e-mail|website|comment|kommentar|nom|nombre|correo(?:\s+electrónico)?)\s*\*$
  | ^save\s+my\s+name.{0,100}$ | ^(?:log\s*in|sign\s+in|you\s+must\s+be\s+logged\s+in)\s+to\s+.{0,60}$
  | ^(?:schreiben\s+sie|hinterlassen\s+sie|kommentar\s+(?:schreiben|hinterlassen|verfassen)).{0,60}$
  | ^(?:deine|ihre)\s+e-?mail-adresse\s+wird\s+nicht\s+veröffentlicht.{0,80}$
  | ^(?:laisser\s+un\s+commentaire|réagir|votre\s+adresse\s+e-?mail\s+ne\s+sera).{0,80}$
  | ^(?:deja\s+(?:un|tu)\s+comentario|dejar\s+un\s+comentario|tu\s+dirección\s+de\s+correo).{0,80}$
  | ^(?:lascia\s+un\s+commento|il\s+tuo\s+indirizzo\s+email|deixe\s+um\s+comentário).{0,80}$
  | ^(?:发表评论|发表回复|コメントを(?:残す|書く|投稿)|اترك\s+(?:تعليقا|ردا|رد)|оставить\s+комментарий).{0,40}$
"""
_NEWSLETTER: Final = r"""
    ^(?:sign\s+up|subscribe|get|join|become|support|register|abonnieren|abonnez|inscrivez|suscríbete
        |suscríbase|iscriviti|assine|подпишитесь|اشترك|订阅|登録)\b
        .{0,120}\b(?:newsletters?|inbox|e-?mail|alerts?|updates|member|subscriber|today|channel|app|
        free|journalism|infolettre|boletín|boletines|рассылк\w+|канал|النشرة|kanal)\b.{0,80}$
  | ^(?:sign\s+up|subscribe)\s+(?:to|for|now|today|here)\b.{0,120}$
  | ^(?:download|install)\s+(?:our|the)\b.{0,40}\bapp\b.{0,60}$
  | ^(?:our|this)\s+(?:news)?letter\b.{0,120}$
  | ^(?:订阅|訂閱|关注我们|下载客户端|扫码|長按)\S{0,40}$
  | ^(?:thanks?\s+(?:you\s+)?for\s+(?:reading|subscribing|signing)).{0,80}$
"""
_RELATED: Final = r"""
    ^(?:also\s+read|read\s+also|read\s+more|read\s+next|read\s+this|see\s+also|see\s+more|more\s+on
        |more\s+from|more\s+stories|related(?:\s+(?:stories|articles|news|topics|content|links|posts|
        coverage|reading))?|recommended(?:\s+(?:for\s+you|stories|reading))?|you\s+may\s+(?:also\s+)?like
        |you\s+might\s+(?:also\s+)?like|don['’]t\s+miss|editors?['’]?s?\s+(?:picks?|choice)|most\s+(?:read|popular|viewed|
        shared)|trending(?:\s+now)?|top\s+stories|latest(?:\s+(?:news|stories|headlines))?|in\s+pictures
        |must\s+read|popular|what\s+to\s+read\s+next|lesen\s+sie\s+(?:auch|mehr|dazu|hier)
        |mehr\s+(?:zum\s+thema|dazu|lesen|aus|artikel)|auch\s+interessant|das\s+könnte\s+(?:sie|dich)\b.{0,30}
        |meistgelesen|lire\s+aussi|à\s+lire(?:\s+aussi|\s+également)?|voir\s+aussi|sur\s+le\s+même\s+(?:sujet|thème)
        |les\s+plus\s+lus|leer\s+(?:también|más)|lea\s+(?:también|además|más)|te\s+puede\s+interesar
        |(?:más|noticias)\s+(?:leídas|relacionadas)|ver\s+también|leggi\s+anche|potrebbe\s+interessarti
        |leia\s+(?:também|mais)|veja\s+também|lees\s+ook|читайте\s+также|по\s+теме|اقرأ\s+(?:أيضا|أيضاً|ايضا|المزيد)
        |مواضيع\s+ذات\s+صلة|相关(?:阅读|新闻|报道|链接|文章)|延伸(?:阅读|閱讀)|推荐阅读|热门(?:文章|新闻)|更多(?:新闻|阅读)
        |関連(?:記事|ニュース|リンク)|あわせて読みたい|おすすめ(?:記事)?|人気記事)
        \s*(?:[:：|»›>–—-].{0,200}|…|\.\.\.)?$
  | ^(?:click|tap)\s+here\s+(?:to|for)\b.{0,100}$
"""
_ADVERT: Final = r"""
    ^[\[(–—\s-]*(?:advertisements?|advertising|ads?\s+by\s+\S+|article\s+continues\s+(?:below|after)\b.{0,40}
        |story\s+continues\s+(?:below|after)\b.{0,40}|scroll\s+to\s+continue.{0,30}|continue\s+reading(?:\s+below)?
        |sponsored(?:\s+(?:content|by|links?|post)\b.{0,40})?|paid\s+(?:content|post)|promoted|anzeige|werbung|publicité
        |annonce|publicidad|anuncio|pubblicità|publicidade|advertentie|реклама|إعلان|اعلان|广告|廣告|広告|\[?PR\]?
        |skip\s+(?:ad|advertisement)|remove\s+ads?)[\])–—\s:-]*$
"""
_ADBLOCK: Final = r"""
    \bad[\s-]?block(?:er|ers|ing)?\b | \bwerbeblocker\b | \bbloqueur\w*\s+de\s+pub | \bbloqueador\w*\s+de\s+(?:anuncios|publicidad)
  | \b(?:disable|turn\s+off|whitelist)\b.{0,40}\b(?:blocker|javascript)\b | \benable\s+javascript\b
  | 广告(?:拦截|屏蔽) | 広告ブロック | блокировщик\w*\s+рекламы
"""
_COOKIES: Final = r"""
    \b(?:accept|reject|manage|use|uses|using|our|all|akzeptieren|verwende[nt]|utilis\w+|accepter|usa|
    utiliza\w*|aceptar|usiamo|accetta)\b.{0,60}\bcookies?\b | ^cookies?(?:\s+\w+){0,2}$ | \bgdpr\b
"""
_SOURCE: Final = r"""
    ^(?:source|sources|quelle|quellen|fuente|fuentes|fonte|fonti|bron|источник|المصدر|来源|來源|出典|via|with\s+(?:inputs?|reporting)\s+from
        |mit\s+material\s+von|avec|con\s+información\s+de)\s*[:：]\s*\S.{0,80}$
  | ^(?:source\s+link|original\s+(?:source|article)|view\s+original|link\s+to\s+original|quelllink|lien\s+source)\s*[:»›>]?.{0,20}$
  | ^(?:this\s+(?:article|story|report|post)\s+(?:was|is|has\s+been|first|originally)\s+(?:originally\s+|first\s+)?
        (?:published|appeared|produced|republished|syndicated|auto|generated)).{0,160}$
  | ^(?:\(?\s*with\s+(?:inputs?|additional\s+reporting|agency\s+inputs?)\b).{0,80}$
  | ^\(?(?:additional\s+)?(?:reporting|writing|editing)\s+by\b.{0,200}$
  | ^\(?(?:责任编辑|责编|编辑|編輯|文责)\s*[:：].{0,30}$
  | ^(?:the\s+post\s+.{1,200}\s+(?:first\s+)?appeared\s+(?:first\s+)?on\s+.{1,60})$
  | ^(?:transcript\s+provided\s+by|transcripts?\s+(?:are|is)\s+created).{0,160}$
  | ^(?:dpa|afp|ap|reuters|ansa|efe|apa|sda|kna|epd|tass)(?:\s*[/,-]\s*\w{2,6}){0,4}$
"""
_ADDRESS: Final = r"""
    ^(?:https?\s*:\s*/\s*/|www\s*\.)\s*\S.{0,400}$ | ^\S+@\S+\.\w{2,10}$ | ^@\w{2,30}$
"""
_CREDIT_NAMES: Final = r"""(?:photos?|photographs?|pictures?|images?|illustrations?|graphics?|fotos?|bild(?:er)?
    |grafik|foto(?:grafía)?s?|imágen(?:es)?|imagen|immagini?|crédits?(?:\s+photos?)?|photographies?|图片|圖片|图源|图|写真|画像|صورة|الصورة|фото)"""
_CREDIT: Final = rf"""
    ^\(?{_CREDIT_NAMES}\s*(?:credits?|sources?|courtesy|copyright|by|von|par|por|quelle|nachweis|来源|提供|:|：|©|/)+\s*[:：/©-]?\s*\S.{{0,60}}$
  | ^(?:{_CREDIT_NAMES}\s+)?(?:credits?|courtesy(?:\s+of)?|copyright|image\s+source)\s*[:：]?\s*\S.{{0,60}}$
  | ^(?:[A-Z][\w.'’-]+\s+){{1,3}}[/|]\s*(?:[A-Z][\w.'’-]*\s*){{1,3}}(?:via\s+[\w\s]{{2,30}})?$
  | ^(?:getty\s+images?|afp|reuters|ap\s+photo|shutterstock|picture[\s-]alliance|epa(?:-efe)?|imago|xinhua|alamy|新华社|共同)(?:\s*[/,|-]\s*[\w.\s-]{{2,40}})*$
"""
_MONTH: Final = r"""(?:jan(?:uary|uar|vier|\.)?|jänner|feb(?:ruary|ruar|\.)?|févr?(?:ier|\.)?|mar(?:ch|s|zo|ço|\.)?|märz|mrz|apr(?:il|\.)?|avr(?:il|\.)?
    |abr(?:il|\.)?|may|mai|mayo|maio|maggio|june?|juni|juin|junio|junho|giugno|july?|juli|juillet|julio|julho|luglio|aug(?:ust|\.)?|août|ago(?:sto|\.)?
    |sep(?:t|tember|tembre|tiembre|\.)?|setembro|settembre|o[ck]t(?:ober|obre|\.)?|octubre|outubro|ottobre|nov(?:ember|embre|iembre|embro|\.)?
    |de[cz](?:ember|embre|embro|\.)?|déc(?:embre|\.)?|dic(?:iembre|embre|\.)?|enero|febrero|janeiro|fevereiro|gennaio|febbraio|aprile
    |январ\w|феврал\w|март\w?|апрел\w|мая|июн\w|июл\w|август\w?|сентябр\w|октябр\w|ноябр\w|декабр\w
    |يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر)"""
_DAY: Final = r"""(?:mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?|montag|dienstag|mittwoch|donnerstag
    |freitag|samstag|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|星期\S|周\S)"""
_DATE: Final = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th|er|\.)?\s*(?:de\s+|of\s+)?{_MONTH}\b\s*,?\s*(?:de\s+)?(?:\d{{4}})?"
    rf"|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?\s*(?:,\s*)?(?:\d{{4}})?"
    rf"|\d{{4}}\s*[-/.]\s*\d{{1,2}}\s*[-/.]\s*\d{{1,2}}|\d{{1,2}}\s*[-/.]\s*\d{{1,2}}\s*[-/.]\s*\d{{2,4}}"
    r"|\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日)"
)
_CLOCK: Final = r"(?:\d{1,2}\s*[:.h]\s*\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?|uhr|hrs?)?(?:\s+[A-Z]{2,4}\b)?|\d{1,2}\s*[ap]\.?m\b\.?)"
_STAMP: Final = r"""(?:(?:first\s+|last\s+)?(?:published|posted|updated|modified|created|uploaded|issued|edited)|veröffentlicht|aktualisiert|stand|erstellt|publié
    |mis\s+à\s+jour|modifié|publicado|actualizado|pubblicato|aggiornato|atualizado|gepubliceerd|bijgewerkt|опубликовано|обновлено|نشر|تاريخ\s+النشر|آخر\s+تحديث|发布时间|发布|更新时间|更新|時間|時刻|公開|date)"""

DATE: Final = re.compile(_DATE, re.IGNORECASE | re.VERBOSE)
CLOCK: Final = re.compile(_CLOCK, re.IGNORECASE)
STAMP: Final = re.compile(_STAMP, re.IGNORECASE | re.VERBOSE)
DAY: Final = re.compile(rf"\b{_DAY}\b", re.IGNORECASE | re.VERBOSE)
_BYLINE: Final = re.compile(
    r"""^(?:(?i:by|von|par|por|di|da|door|av|от|text|texte|author|autor|auteur|written\s+by|reported\s+by|story\s+by|posted\s+by|on\s+behalf\s+of)\s*:?\s+
        (?:(?:[^\W\d_a-zà-ÿ][\w.'’-]*|and|und|et|y|e|de|van|von|der|la|bin|al|in|for|the|with|correspondent|staff|writer|reporter|editor)[\s,|]*){1,14})
        (?:[@|•·–-].{0,80})?$
      | ^(?:记者|作者|文|撰文|記者|文・)\s*[:：/／丨|]?\s*\S{2,12}$""",
    re.VERBOSE,
)
_PATTERNS: Final[tuple[tuple[Cue, re.Pattern[str], int], ...]] = tuple(
    (cue, re.compile(pattern, re.IGNORECASE | re.VERBOSE), words)
    for cue, pattern, words in (
        (Cue.ADDRESS, _ADDRESS, 60),
        (Cue.PLAYER, _PLAYER, 20),
        (Cue.ADVERT, _ADVERT, 8),
        (Cue.SHARE, _SHARE, 16),
        (Cue.COMMENTS, _COMMENTS, 24),
        (Cue.RELATED, _RELATED, 30),
        (Cue.NEWSLETTER, _NEWSLETTER, 40),
        (Cue.ADBLOCK, _ADBLOCK, 30),
        (Cue.COOKIES, _COOKIES, 40),
        (Cue.SOURCE, _SOURCE, 40),
        (Cue.CREDIT, _CREDIT, 14),
        (Cue.NAVIGATION, _NAVIGATION, 45),
        (Cue.COPYRIGHT, _COPYRIGHT, 40),
    )
)


_LONGEST: Final = 600
"""Code points of a line that may still be page furniture."""


def cue_of(line: Line) -> Cue | None:
    """The cue of a line, None where its words give nothing away."""
    if line.words > 60 or len(line.text) > _LONGEST:
        return None
    for cue, pattern, words in _PATTERNS:
        if line.words <= words and pattern.search(line.text):
            return cue
    if _BYLINE.search(line.text) and line.words <= 16 and not line.prose:
        return Cue.BYLINE
    return Cue.DATE if _is_date_line(line) else None


def _is_date_line(line: Line) -> bool:
    """Whether a line says little more than when it was published, and by whom."""
    if line.words > 24:
        return False
    rest, dates = DATE.subn(" ", line.text)
    rest, clocks = CLOCK.subn(" ", rest)
    rest, stamps = STAMP.subn(" ", rest)
    rest = DAY.sub(" ", rest)
    left = len(re.findall(r"[^\W_]+", rest))
    if not dates:
        return stamps > 0 and clocks > 0 and left <= 3
    return left <= (6 if stamps else 3) and not (line.ended and left > 2)
