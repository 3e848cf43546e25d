#!/usr/bin/env python3
"""Write a benchmark corpus of N bulletins in Gaceta's layout: generate.py N OUT [--outputs parallel,search]."""

import argparse
import datetime
import multiprocessing
import os
import sys

import bulletins
import vocabulary as words

OUTPUTS = ("parallel", "citations", "search", "feeds", "inventories")


class GacetaNotation:
    """How running text says a date, a figure, a fact, a reference: the same in both languages."""

    @staticmethod
    def date(value):
        return (f"{{date}}`{value}`",) * 2

    @staticmethod
    def number(digits, exponent, unit):
        written = digits + ("%" if unit == "percent" else f"e{exponent} {unit}" if exponent else f" {unit}")
        return (f"{{num}}`{written}`",) * 2

    @staticmethod
    def fact(fact):
        return (f"{{fact}}`{fact['name']}`",) * 2

    @staticmethod
    def reference(target):
        return (f"<ref:{address(target)}>",) * 2

    @staticmethod
    def link(target, spanish, english):
        return f"[{spanish}](ref:{address(target)})", f"[{english}](ref:{address(target)})"

    @staticmethod
    def table(caption, rows):
        return f'{{caption="{caption}"}}\n{rows}'

    @staticmethod
    def heading(text, _number):
        return f"## {text}"

    @staticmethod
    def paragraph(text, _number):
        return text


def address(target):
    return f"{target.id}#{target.anchor}" if target.anchor else target.id


def both(spanish, english, quoted=False):
    """A text map; quoted where a flow map could mistake the text."""
    if quoted or any(mark in spanish + english for mark in ",:#{}[]"):
        return f'{{es: "{spanish}", en: "{english}"}}'
    return f"{{es: {spanish}, en: {english}}}"


def slug(text):
    return text.lower().translate(str.maketrans("áéíóúñ ", "aeioun-"))


def site_yaml(outputs):
    lines = [
        "title: {es: Gaceta de comercio regional, en: Regional Trade Gazette}",
        "description: {es: Boletines sobre el Tratado de Comercio Regional., en: Bulletins on the Regional Trade Treaty.}",
        "base_url: https://gaceta.example/", "issuer: secretaria",
        "languages:", "  es: {locale: es-MX}", "  en: {locale: en-US}", "series:",
    ]
    lines += [f"  {id}: {{name: {both(es, en)}, slug: {both(es_slug, en_slug)}}}"
              for id, es, en, es_slug, en_slug in words.SERIES]
    lines.append("units:")
    lines += [f"  {id}: {{es: {{one: {one}, other: {other}, gender: {gender}}}, en: {{one: {single}, other: {plural}}}}}"
              for id, one, other, gender, single, plural in words.UNITS]
    on = {name: str(name in outputs).lower() for name in OUTPUTS}
    lines.append("outputs: {" + ", ".join(f"{name}: {value}" for name, value in on.items()) + "}")
    return "\n".join(lines) + "\n"


def topics_yaml():
    return "".join(f"{id}: {{name: {both(es, en)}, slug: {both(slug(es), slug(en))}}}\n" for id, es, en in words.TOPICS)


def organisations_yaml():
    made = []
    for id, acronym, es, en, country in words.ORGANISATIONS:
        made.append(f"{id}:\n  acronym: {acronym}\n  name: {both(es, en)}\n")
        made.append(f"  country: {country}\n" if country else "")
    return "".join(made)


def documents_yaml():
    made = []
    for id, kind, es, en, es_title, en_title, date, articles in words.DOCUMENTS:
        made.append(f"{id}:\n  kind: {kind}\n  symbol: {both(es, en)}\n  title: {both(es_title, en_title)}\n  date: {date}\n")
        made.append(f"  articles: '{articles}'\n" if articles else "")
    return "".join(made)


def bulletin_yaml(head, body):
    lines = [f"number: {head.number}", f"date: {head.date}", f"issuers: [{', '.join(body.issuers)}]",
             f"topics: [{', '.join(head.topics)}]", f"legal_basis: [tcr#{body.legal_basis}]", "events:"]
    for position, event in enumerate(body.events, 1):
        first, last = event_days(head, event)
        lines += [f"  - id: {head.series}-{head.number}-{position}", f"    title: {both(*event['title'])}",
                  f"    dates: {first}" if first == last else f"    dates: {first}/{last}",
                  f"    place: {both(*event['place'])}", f"    country: {event['country']}",
                  f"    format: {event['format']}", "    status: held", f"    host: {event['host']}",
                  f"    legal_basis: [tcr#{event['article']}]"]
    lines.append("facts:")
    for fact in body.facts:
        exponent = f"e{fact['exponent']}" if fact["exponent"] else ""
        lines += [f"  {fact['name']}:", f"    value: {fact['digits']}{exponent}", f"    unit: {fact['unit']}"]
        lines += [f"    qualifier: {fact['qualifier']}"] if fact["qualifier"] else []
        lines += [f"    period: {fact['period']}", f"    label: {both(*fact['label'])}", f"    source: {both(*fact['source'])}"]
    return "\n".join(lines) + "\n"


def event_days(head, event):
    first = head.date - datetime.timedelta(days=event["days_before"])
    return first, first + datetime.timedelta(days=event["length"])


def text_file(head, body, side):
    def scalar(text):
        return f'"{text}"' if ": " in text or "#" in text else text
    return (f"---\ntitle: {scalar(head.title[side])}\nsummary: {scalar(head.summary[side])}\nslug: {head.slug[side]}\n---\n\n"
            + body.text[side])


def write(path, text):
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
    os.write(handle, text.encode())
    os.close(handle)


def write_bulletin(content, index):
    head, body = bulletins.head(index), bulletins.body(index, GacetaNotation)
    folder = f"{content}/{head.id}"
    os.mkdir(folder)
    write(f"{folder}/bulletin.yaml", bulletin_yaml(head, body))
    for side, language in enumerate(bulletins.LANGUAGES):
        write(f"{folder}/{language}.md", text_file(head, body, side))


def write_slice(job):
    write_one, where, first, last = job
    for index in range(first, last):
        write_one(where, index)


def in_parallel(write_one, where, count):
    """Call write_one(where, i) for every bulletin; what a bulletin holds does not depend on the number of processes."""
    step = 250
    jobs = [(write_one, where, first, min(first + step, count)) for first in range(0, count, step)]
    if len(jobs) < 3:
        for job in jobs:
            write_slice(job)
        return
    with multiprocessing.Pool(min(2, os.cpu_count() or 1)) as pool:
        for _ in pool.imap_unordered(write_slice, jobs):
            pass


def write_settings(root, outputs):
    write(f"{root}/content/site.yaml", site_yaml(outputs))


def write_corpus(count, root, outputs=OUTPUTS):
    content = f"{root}/content"
    for series in words.SERIES:
        os.makedirs(f"{content}/{series[0]}")
    write_settings(root, outputs)
    write(f"{content}/topics.yaml", topics_yaml())
    write(f"{content}/organisations.yaml", organisations_yaml())
    write(f"{content}/documents.yaml", documents_yaml())
    write(f"{content}/glossary.yaml", words.GLOSSARY)
    in_parallel(write_bulletin, content, count)


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("count", type=int, metavar="N")
    options.add_argument("out", metavar="OUT", help="a folder that does not exist yet")
    options.add_argument("--outputs", default=",".join(OUTPUTS), help="outputs left on, from: %(default)s; or none")
    chosen = options.parse_args()
    if os.path.exists(chosen.out) and os.listdir(chosen.out):
        sys.exit(f"{chosen.out} is not empty")
    write_corpus(chosen.count, chosen.out, [name for name in chosen.outputs.split(",") if name in OUTPUTS])


if __name__ == "__main__":
    main()
