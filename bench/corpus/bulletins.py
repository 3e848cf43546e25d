"""Bulletin number i of the benchmark corpus, as values; the layouts of Gaceta and Hugo write it down.

Everything follows from i alone: head(i) is what others may cite, body(i, notation) the two texts. So the corpus of N
bulletins is the first N of any larger one, and references point to smaller numbers only. `notation` says how a layout
writes a date, a number, a fact, a reference or a note in running text; what is drawn at random does not depend on it.
"""

import datetime
import random
from dataclasses import dataclass, field

import vocabulary as words

LANGUAGES = ("es", "en")
FIRST_DAY = datetime.date(2000, 1, 10)
DAYS = 9300          # the bulletins of one round lie within so many days, the last ones in 2025
ROUND = 10000        # bulletin ROUND starts again near the first day
RECENT = 200         # most references go to one of so many bulletins before


@dataclass(frozen=True)
class Head:
    index: int
    series: str
    folder: str
    number: int
    date: datetime.date
    title: tuple
    summary: tuple
    slug: tuple
    topics: tuple

    @property
    def id(self):
        return f"{self.series}/{self.folder}"


@dataclass(frozen=True)
class Target:
    """What a reference points to: bulletin `index` (with a paragraph or none), or an article of the treaty (index None)."""
    index: int
    id: str
    anchor: str


@dataclass
class Body:
    text: tuple = ()
    issuers: tuple = ()
    legal_basis: str = ""
    events: list = field(default_factory=list)
    facts: list = field(default_factory=list)
    references: list = field(default_factory=list)      # (Target, paragraph that cites)


def generator_for(index, part):
    return random.Random(index * 4 + part)


def pick(rng, options):
    return options[int(rng.random() * len(options))]


def capital(text):
    return text[0].upper() + text[1:]


def contract(spanish):
    """de + el = del, a + el = al: the templates put an article after any preposition."""
    return spanish.replace(" de el ", " del ").replace(" a el ", " al ")


def draw_slots(rng):
    place = pick(rng, words.PLACES)
    body, other = rng.sample(words.BODY, 2)
    theme, second = rng.sample(words.THEME, 2)
    drawn = {
        "B": body, "B2": other, "T": theme, "T2": second, "G": pick(rng, words.GROUP), "A": pick(rng, words.ACTION),
        "P": pick(rng, words.PRODUCT), "W": pick(rng, words.WHEN), "R": pick(rng, words.REASON),
        "C": (place[0], place[1]), "CITY": (place[3], place[4]),
    }
    return [{name: pair[side] for name, pair in drawn.items()} for side in (0, 1)]


def fill(template, slots, **values):
    return (contract(template[0].format(**slots[0], **{k: v[0] for k, v in values.items()})),
            template[1].format(**slots[1], **{k: v[1] for k, v in values.items()}))


def sentence(template, slots, **values):
    pair = fill(template, slots, **values)
    return capital(pair[0]) + ".", capital(pair[1]) + "."


def date_of(index):
    return FIRST_DAY + datetime.timedelta(days=(index % ROUND) * DAYS // ROUND)


def head(index):
    rng = generator_for(index, 0)
    series = words.SERIES[index % len(words.SERIES)]
    number = index // len(words.SERIES) + 1
    date = date_of(index)
    slots = draw_slots(rng)
    title = tuple(capital(text) for text in fill(pick(rng, words.TITLE), slots))
    summary = tuple(capital(text) for text in fill(pick(rng, words.SUMMARY), slots))
    topics = tuple(topic[0] for topic in rng.sample(words.TOPICS, 2 + index % 2))
    main = topics[0]
    english = next(topic[2] for topic in words.TOPICS if topic[0] == main).lower().replace(" ", "-")
    return Head(index, series[0], f"{date:%Y-%m}-{main}-{number}", number, date, title, summary,
                (f"{main}-{number}", f"{english}-{number}"), topics)


def draw_targets(rng, index):
    """Three to five different targets: one article of the treaty at most, the others earlier bulletins."""
    wanted = 3 + int(rng.random() * 3)
    targets, seen = [], set()
    if rng.random() < 0.6:
        targets.append(Target(None, "tcr", f"{2 + int(rng.random() * 28)}.{1 + int(rng.random() * 18)}"))
    for _ in range(4 * wanted):
        if len(targets) == wanted or len(seen) == index:
            break
        nearest = max(0, index - RECENT) if rng.random() < 0.7 else 0
        other = nearest + int(rng.random() * (index - nearest))
        if other in seen:
            continue
        seen.add(other)
        anchor = f"p-{1 + int(rng.random() * 3)}" if rng.random() < 0.35 else ""
        targets.append(Target(other, head(other).id, anchor))
    return targets


def draw_figure(rng, kind):
    """A number as authors write it: digits, exponent, unit."""
    if kind == "money":
        digits = f"{1 + rng.random() * 8:.1f}" if rng.random() < 0.2 else f"{20 + rng.random() * 900:.1f}"
        return digits, ("12" if "." in digits and float(digits) < 10 else pick(rng, ("6", "9"))), "USD"
    if kind == "percent":
        return f"{2 + rng.random() * 90:.1f}", "", "percent"
    if rng.random() < 0.3:
        return f"{1 + rng.random() * 8:.1f}", "6", pick(rng, ("pyme", "firm", "job"))
    return str(1200 + int(rng.random() * 800000)), "", pick(rng, ("pyme", "firm", "participant", "job"))


def draw_facts(rng, year):
    facts = []
    for name, unit, qualifier, es, en, kind, es_text, en_text in rng.sample(words.FACTS, 2 + int(rng.random() * 3)):
        digits, exponent, _ = draw_figure(rng, kind)
        if kind == "count":
            digits, exponent = str(1200 + int(rng.random() * 80000)), ""
        source = pick(rng, words.ORGANISATIONS)
        facts.append({"name": name, "digits": digits, "exponent": exponent, "unit": unit, "qualifier": qualifier,
                      "period": year - 1, "label": (es, en), "source": (source[2], source[3]), "text": (es_text, en_text)})
    return facts


def draw_events(rng, article):
    events = []
    for _ in range(1 + int(rng.random() * 2)):
        place, slots = pick(rng, words.PLACES), draw_slots(rng)
        events.append({"title": tuple(map(capital, fill(pick(rng, words.EVENT), slots))), "place": (place[3], place[4]),
                       "country": place[2], "days_before": 2 + int(rng.random() * 40), "length": int(rng.random() * 2),
                       "format": pick(rng, ("in-person", "virtual", "hybrid")), "host": pick(rng, words.ORGANISATIONS)[0],
                       "article": article})
    return events


def draw_date(rng, date):
    day = date - datetime.timedelta(days=int(rng.random() * 900))
    kind = rng.random()
    if kind < 0.2:
        return "month", f"{day:%Y-%m}"
    if kind < 0.4 and day.day < 27:
        return "day", f"{day}/{day + datetime.timedelta(days=1 + int(rng.random() * 2))}"
    return "day", str(day)


def special_sentences(rng, bulletin, body, notation):
    """Sentences with a date, a figure, a fact or a reference; a reference comes with its target."""
    for _ in range(3 + int(rng.random() * 4)):
        kind, value = draw_date(rng, bulletin.date)
        template = pick(rng, words.MONTH if kind == "month" else words.DATED)
        yield sentence(template, draw_slots(rng), D=notation.date(value)), None
    for fact in body.facts:
        yield sentence(fact["text"], draw_slots(rng), V=notation.fact(fact)), None
    for _ in range(1 + int(rng.random() * 3)):
        kind = pick(rng, ("money", "percent", "count"))
        template = pick(rng, {"money": words.MONEY, "percent": words.PERCENT, "count": words.COUNT}[kind])
        yield sentence(template, draw_slots(rng), V=notation.number(*draw_figure(rng, kind))), None
    for target in draw_targets(rng, bulletin.index):
        slots = draw_slots(rng)
        if target.index is None:
            yield sentence(pick(rng, words.ARTICLE), slots, X=notation.reference(target)), target
        elif rng.random() < 0.3:
            template = pick(rng, words.LINK)
            yield sentence(template, slots, X=notation.link(target, template[2], template[3])), target
        else:
            yield sentence(pick(rng, words.REFERENCE), slots, X=notation.reference(target)), target


def table(rng, number, notation, with_figures):
    """A table of the markup that both programs know, three to six rows."""
    rows = ([], [])
    caption = tuple(map(capital, pick(rng, words.THEME)))
    for place in rng.sample(words.PLACES, 3 if with_figures else 3 + int(rng.random() * 4)):
        product, state = pick(rng, words.PRODUCT), pick(rng, words.STATUS_WORDS)
        figure = notation.number(*draw_figure(rng, "percent")) if with_figures else state
        for side in (0, 1):
            rows[side].append(f"| {place[side]} | {capital(product[side])} | {figure[side]} |")
    align = "---:" if with_figures else "---"
    heads = ("| País | Resultado | Avance |", "| Country | Result | Progress |")
    names = (f"Cuadro {number}. {caption[0]}", f"Table {number}. {caption[1]}")
    return tuple(notation.table(names[side], "\n".join([heads[side], f"|---|---|{align}|", *rows[side]]))
                 for side in (0, 1))


def add_notes(rng, paragraphs, notation):
    """Two to four notes, each called at the end of a sentence; the definitions close the text."""
    definitions = ([], [])
    chosen = sorted(rng.sample(range(sum(map(len, paragraphs))), 2 + int(rng.random() * 3)))
    position = 0
    for paragraph in paragraphs:
        for slot, (text, target) in enumerate(paragraph):
            if position in chosen:
                label = f"n{len(definitions[0]) + 1}"
                paragraph[slot] = (f"{text[0]}[^{label}]", f"{text[1]}[^{label}]"), target
                note = pick(rng, words.ADJECTIVE_NOTE)
                for side in (0, 1):
                    definitions[side].append(f"[^{label}]: {note[side]}")
            position += 1
    return definitions


def draw_paragraphs(rng, bulletin, body, notation):
    sentences = list(special_sentences(rng, bulletin, body, notation))
    wanted = 22 + int(rng.random() * 16)
    while len(sentences) < wanted:
        sentences.append((sentence(pick(rng, words.PLAIN), draw_slots(rng)), None))
    rng.shuffle(sentences)
    paragraphs = []
    while sentences:
        size = min(len(sentences), 2 + int(rng.random() * 3))
        paragraphs.append(sentences[:size])
        del sentences[:size]
    return paragraphs


def item_list(rng):
    items = [tuple(map(capital, fill(("{A} {T}, {R}", "{A} {T}, {R}"), draw_slots(rng)))) for _ in range(3)]
    return tuple("\n".join(f"- {item[side]}." for item in items) for side in (0, 1))


def body(index, notation):
    rng = generator_for(index, 1)
    bulletin = head(index)
    made = Body()
    made.issuers = tuple(entry[0] for entry in rng.sample(words.ORGANISATIONS, 1 + int(rng.random() * 2)))
    made.legal_basis = f"{2 + int(rng.random() * 28)}.{1 + int(rng.random() * 18)}"
    made.events = draw_events(rng, made.legal_basis)
    made.facts = draw_facts(rng, bulletin.date.year)
    paragraphs = draw_paragraphs(rng, bulletin, made, notation)
    notes = add_notes(rng, paragraphs, notation)

    sections = min(4 + int(rng.random() * 5), len(paragraphs) - 2)
    headings = rng.sample(words.HEADING, sections)
    starts = {2 + at * (len(paragraphs) - 2) // sections: at for at in range(sections)}
    tables = {int(rng.random() * sections): True}
    if rng.random() < 0.5:
        tables.setdefault(int(rng.random() * sections), False)
    listed = int(rng.random() * sections)

    blocks = ([], [])
    numbered = 0
    for position, paragraph in enumerate(paragraphs, 1):
        section = starts.get(position - 1)
        for side in (0, 1):
            if section is not None:
                blocks[side].append(notation.heading(headings[section][side], section + 1))
            text = " ".join(part[0][side] for part in paragraph)
            blocks[side].append(notation.paragraph(text, position))
        made.references += [(target, position) for _, target in paragraph if target]
        if section in tables:
            numbered += 1
            pair = table(rng, numbered, notation, tables[section])
            for side in (0, 1):
                blocks[side].append(pair[side])
        if section == listed:
            pair = item_list(rng)
            for side in (0, 1):
                blocks[side].append(pair[side])
    made.text = tuple("\n\n".join(blocks[side] + notes[side]) + "\n" for side in (0, 1))
    return made
