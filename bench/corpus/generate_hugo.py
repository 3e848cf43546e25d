#!/usr/bin/env python3
"""Write the benchmark corpus as a Hugo site of equal features: generate_hugo.py N OUT [--values plain] [--feeds]."""

import argparse
import json
import os
import shutil
import sys

import bulletins
import generate
import vocabulary as words

HERE = os.path.dirname(os.path.abspath(__file__))
MONTHS = (("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre",
           "diciembre"),
          ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
           "December"))
QUALIFIERS = {"more-than": ("más de ", "more than "), "nearly": ("casi ", "nearly "), "about": ("cerca de ", "about "),
              "up-to": ("hasta ", "up to "), "at-least": ("al menos ", "at least ")}
UNIT_NAMES = {unit[0]: (unit[2], unit[5]) for unit in words.UNITS}


class CommonNotation:
    """What both ways of writing values share. Paragraph anchors are block attributes: references point to them."""

    @staticmethod
    def table(caption, rows):
        return f"*{caption}*\n\n{rows}"

    @staticmethod
    def heading(text, number):
        return f"## {text} {{#s-{number}}}"

    @staticmethod
    def paragraph(text, number):
        return f"{text}\n{{#p-{number}}}"


class ShortcodeNotation(CommonNotation):
    """Values and references as shortcodes: typed, formatted and checked when the site is built, as Gaceta does."""

    @staticmethod
    def date(value):
        return (f'{{{{< date "{value}" >}}}}',) * 2

    @staticmethod
    def number(digits, exponent, unit):
        return (f'{{{{< num "{digits}" "{exponent}" "{unit}" >}}}}',) * 2

    @staticmethod
    def fact(fact):
        return (f'{{{{< fact "{fact["name"]}" >}}}}',) * 2

    @staticmethod
    def reference(target):
        return (f'{{{{< cite "{target.id}" "{target.anchor}" >}}}}',) * 2

    @staticmethod
    def link(target, spanish, english):
        return tuple(f'{{{{< cite "{target.id}" "{target.anchor}" "{text}" >}}}}' for text in (spanish, english))


class PlainNotation(CommonNotation):
    """Everything written out beforehand: Hugo's best case, with none of the checks and no <time> or <data>."""

    @staticmethod
    def date(value):
        spanish, english = zip(*(plain_day(end) for end in value.split("/")))
        return " al ".join(spanish), " to ".join(english)

    @staticmethod
    def number(digits, exponent, unit):
        return plain_quantity(digits, exponent, unit)

    @staticmethod
    def fact(fact):
        before = QUALIFIERS.get(fact["qualifier"], ("", ""))
        value = plain_quantity(fact["digits"], fact["exponent"], fact["unit"])
        return before[0] + value[0], before[1] + value[1]

    @staticmethod
    def reference(target):
        if target.index is None:
            return (f"[artículo {target.anchor}, TCR](/es/documents/#tcr)", f"[article {target.anchor}, RTT](/en/documents/#tcr)")
        number, series = target.index // len(words.SERIES) + 1, words.SERIES[target.index % len(words.SERIES)]
        return PlainNotation.link(target, f"{series[1]}, núm. {number}", f"{series[2]}, No. {number}")

    @staticmethod
    def link(target, spanish, english):
        head = bulletins.head(target.index)
        anchor = f"#{target.anchor}" if target.anchor else ""
        return (f"[{spanish}](/es/{head.series}/{head.slug[0]}/{anchor})",
                f"[{english}](/en/{head.series}/{head.slug[1]}/{anchor})")


def plain_day(value):
    year, month, *day = value.split("-")
    spanish, english = MONTHS[0][int(month) - 1], MONTHS[1][int(month) - 1]
    if not day:
        return f"{spanish} de {year}", f"{english} {year}"
    return f"{int(day[0])} de {spanish} de {year}", f"{english} {int(day[0])}, {year}"


def plain_quantity(digits, exponent, unit):
    if unit == "percent":
        return (f"{digits}%",) * 2
    if not exponent:
        grouped, names = f"{int(digits):,}", UNIT_NAMES[unit]
        return f"{grouped} {names[0]}", f"{grouped} {names[1]}"
    if unit == "USD":
        spanish = {"6": f"{digits} millones", "9": f"{float(digits) * 1000:,.0f} millones", "12": f"{digits} billones"}
        english = {"6": "million", "9": "billion", "12": "trillion"}
        return f"{spanish[exponent]} de dólares", f"${digits} {english[exponent]}"
    names = UNIT_NAMES[unit]
    return f"{digits} millones de {names[0]}", f"{digits} million {names[1]}"


def config(feeds, per_page):
    home = '["HTML", "RSS"]' if feeds else '["HTML"]'
    return f"""\
baseURL = "https://gaceta.example/"
defaultContentLanguage = "es"
defaultContentLanguageInSubdir = true
enableRobotsTXT = false
disableKinds = [{'' if feeds else '"RSS"'}]
[outputs]
home = {home}
section = ["HTML"]
taxonomy = ["HTML"]
term = ["HTML"]
[taxonomies]
topic = "topics"
[languages.es]
languageCode = "es-MX"
languageName = "Español"
title = "Gaceta de comercio regional"
weight = 1
[languages.es.params]
description = "Boletines sobre el Tratado de Comercio Regional."
[languages.en]
languageCode = "en-US"
languageName = "English"
title = "Regional Trade Gazette"
weight = 2
[languages.en.params]
description = "Bulletins on the Regional Trade Treaty."
[params]
perPage = {per_page}
[services.rss]
limit = 20
[markup.goldmark.extensions]
typographer = false
[markup.goldmark.parser]
autoHeadingID = true
[markup.goldmark.parser.attribute]
block = true
title = true
"""


def front_matter(head, body, side):
    """YAML, one value a line; what has no language stands in both files. JSON strings are YAML strings."""
    def say(text):
        return json.dumps(text, ensure_ascii=False)
    lines = ["---", f"title: {say(head.title[side])}", f"description: {say(head.summary[side])}", f"slug: {head.slug[side]}",
             f"date: {head.date}", f"id: {head.id}", f"number: {head.number}", f"issuers: [{', '.join(body.issuers)}]",
             f"topics: [{', '.join(head.topics)}]", f"legal_basis: [\"{body.legal_basis}\"]", "events:"]
    for event in body.events:
        first, last = generate.event_days(head, event)
        lines += [f"  - title: {say(event['title'][side])}", f"    dates: \"{first if first == last else f'{first}/{last}'}\"",
                  f"    place: {say(event['place'][side])}", f"    country: \"{event['country']}\"", f"    format: {event['format']}",
                  f"    host: {event['host']}"]
    lines.append("facts:")
    for fact in body.facts:
        lines += [f"  {fact['name']}:", f"    digits: \"{fact['digits']}\"", f"    exponent: \"{fact['exponent']}\"",
                  f"    unit: {fact['unit']}", f"    period: {fact['period']}", f"    label: {say(fact['label'][side])}",
                  f"    source: {say(fact['source'][side])}"]
        lines += [f"    qualifier: {fact['qualifier']}"] if fact["qualifier"] else []
    lines.append("refs:")
    lines += [f"  - {{to: {target.id}, from: p-{position}}}" for target, position in body.references]
    return "\n".join(lines) + "\n---\n\n"


def write_with(notation, content, index):
    head, body = bulletins.head(index), bulletins.body(index, notation)
    for side, language in enumerate(bulletins.LANGUAGES):
        generate.write(f"{content}/{head.id}.{language}.md", front_matter(head, body, side) + body.text[side])


def write_shortcodes(content, index):
    write_with(ShortcodeNotation, content, index)


def write_plain(content, index):
    write_with(PlainNotation, content, index)


def write_titled(path, titles, extra=""):
    for language, title in zip(bulletins.LANGUAGES, titles):
        generate.write(f"{path}.{language}.md", f"---\ntitle: {json.dumps(title, ensure_ascii=False)}\n{extra}---\n")


def write_data(root):
    documents = {entry[0]: {"date": entry[6], "es": {"symbol": entry[2], "title": entry[4]},
                            "en": {"symbol": entry[3], "title": entry[5]}} for entry in words.DOCUMENTS}
    organisations = {entry[0]: {"es": entry[2], "en": entry[3]} for entry in words.ORGANISATIONS}
    os.makedirs(f"{root}/data")
    for name, values in (("documents", documents), ("organisations", organisations)):
        generate.write(f"{root}/data/{name}.json", json.dumps(values, ensure_ascii=False, indent=1) + "\n")


def write_corpus(count, root, values="shortcodes", feeds=True, per_page=0):
    content = f"{root}/content"
    shutil.copytree(f"{HERE}/hugo", root)
    for id, spanish, english, _, _ in words.SERIES:
        os.makedirs(f"{content}/{id}")
        write_titled(f"{content}/{id}/_index", (spanish, english))
    for id, spanish, english in words.TOPICS:
        os.makedirs(f"{content}/topics/{id}")
        write_titled(f"{content}/topics/{id}/_index", (spanish, english))
    write_titled(f"{content}/topics/_index", ("Temas", "Topics"))
    write_titled(f"{content}/documents", ("Documentos", "Documents"), "layout: documents\n")
    write_data(root)
    write_settings(root, feeds, per_page)
    generate.in_parallel(write_plain if values == "plain" else write_shortcodes, content, count)


def write_settings(root, feeds, per_page):
    generate.write(f"{root}/config.toml", config(feeds, per_page))


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("count", type=int, metavar="N")
    options.add_argument("out", metavar="OUT", help="a folder that does not exist yet")
    options.add_argument("--values", choices=("shortcodes", "plain"), default="shortcodes",
                         help="dates, figures and references: formatted by Hugo, or written out beforehand")
    options.add_argument("--feeds", action="store_true", help="a feed per language")
    options.add_argument("--per-page", type=int, default=0, help="entries per list page; 0: all on one page")
    chosen = options.parse_args()
    if os.path.exists(chosen.out):
        sys.exit(f"{chosen.out} exists already")
    write_corpus(chosen.count, chosen.out, chosen.values, chosen.feeds, chosen.per_page)


if __name__ == "__main__":
    main()
