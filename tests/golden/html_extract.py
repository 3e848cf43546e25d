"""The part of a page that a golden test looks at: an outline of elements without styles, so that one change of layout
or of a class does not touch every expected file."""

from html.parser import HTMLParser

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
INLINE = {"a", "abbr", "b", "bdi", "cite", "code", "data", "del", "em", "i", "q", "s", "small", "span", "strong", "sub",
          "sup", "time"}
LEFT_OUT = {"class", "style", "tabindex"}


class Element:
    def __init__(self, tag, attributes, parent):
        self.tag = tag
        self.attributes = attributes
        self.parent = parent
        self.children = []  # elements and strings

    def classes(self):
        return (self.attributes.get("class") or "").split()

    def descendants(self):
        for child in self.children:
            if isinstance(child, Element):
                yield child
                yield from child.descendants()


class TreeBuilder(HTMLParser):
    """Trusts that the page closes what it opens; anything else is an error that the test should show."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.root = self.current = Element("", {}, None)

    def handle_starttag(self, tag, attrs):
        element = Element(tag, dict(attrs), self.current)
        self.current.children.append(element)
        if tag not in VOID:
            self.current = element

    def handle_endtag(self, tag):
        if tag in VOID:
            return
        if self.current.tag != tag:
            raise ValueError(f"</{tag}> closes <{self.current.tag}> at line {self.getpos()[0]}")
        self.current = self.current.parent

    def handle_data(self, data):
        self.current.children.append(data)


def parse(text):
    builder = TreeBuilder()
    builder.feed(text)
    builder.close()
    if builder.current is not builder.root:
        raise ValueError(f"<{builder.current.tag}> is never closed")
    return builder.root


def matches(element, simple):
    """`simple` is tag, #id, .class, or tag.class."""
    if simple.startswith("#"):
        return element.attributes.get("id") == simple[1:]
    tag, _, wanted = simple.partition(".")
    return (not tag or element.tag == tag) and (not wanted or wanted in element.classes())


def select(root, selector):
    """All elements that match; parts of the selector separated by spaces stand inside one another."""
    found = [root]
    for simple in selector.split():
        found = [inner for outer in found for inner in outer.descendants() if matches(inner, simple)]
    return found


def opening(element):
    attributes = "".join(
        f" {name}" if value is None else f' {name}="{value}"'
        for name, value in sorted(element.attributes.items())
        if name not in LEFT_OUT
    )
    return f"<{element.tag}{attributes}>"


def as_line(node):
    """An inline element or a string on one line, with its spaces as they are."""
    if isinstance(node, str):
        return node.replace("\u00a0", "⍽").replace("\u202f", "⍽").replace("\u2060", "")
    if node.tag in VOID:
        return opening(node)
    return opening(node) + "".join(as_line(child) for child in node.children) + f"</{node.tag}>"


def is_inline(node):
    return isinstance(node, str) or (
        (node.tag in INLINE or node.tag in VOID) and all(is_inline(child) for child in node.children)
    )


def outline(element, depth=0):
    """Lines: blocks on lines of their own and indented, what is inline on one line."""
    indent = "  " * depth
    if element.tag in VOID or all(is_inline(child) for child in element.children):
        text = " ".join("".join(as_line(child) for child in element.children).split())
        return [f"{indent}{opening(element)} {text}".rstrip()]
    lines = [indent + opening(element)]
    run = []

    def flush():
        text = " ".join("".join(as_line(node) for node in run).split())
        if text:
            lines.append(f"{indent}  {text}")
        run.clear()

    for child in element.children:
        if is_inline(child):
            run.append(child)
        else:
            flush()
            lines.extend(outline(child, depth + 1))
    flush()
    return lines
