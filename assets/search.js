// The search page: the only script of the site. Asks Pagefind, whose index script/site makes after the build, and writes
// what it finds; words of the interface are in the page's data- attributes. Without Pagefind the page stays as it was
// written, with the way to the index. Nothing is sent anywhere.

const PER_PAGE = 10;
const OTHER_RESULTS = 3;
const FILTERS = ["series", "topic", "issuer", "year"];

const root = document.getElementById("search");
const form = root.querySelector("form");
const words = form.elements.q;
const status = root.querySelector(".search-status");
const list = root.querySelector(".search-results");
const more = root.querySelector(".search-more");

let asked = 0; // the number of the question, so that a late answer does not overwrite a newer one

/** Text with the words that were found in <mark>; Pagefind gives it as markup, and only these marks are taken over. */
function excerpt(markup) {
  const paragraph = document.createElement("p");
  const plain = document.createElement("textarea"); // resolves character references, runs nothing
  for (const part of markup.split(/(<mark>.*?<\/mark>)/s)) {
    const marked = part.startsWith("<mark>");
    plain.innerHTML = marked ? part.slice(6, -7) : part;
    if (marked) paragraph.append(Object.assign(document.createElement("mark"), { textContent: plain.value }));
    else paragraph.append(plain.value);
  }
  return paragraph;
}

function entry(found, heading) {
  const item = document.createElement("li");
  item.className = "entry";
  const title = document.createElement(heading);
  title.className = "entry-text";
  title.append(Object.assign(document.createElement("a"), { href: found.url, textContent: found.meta.title }));
  item.append(title);
  const facts = [found.meta.citation, found.meta.date].filter(Boolean).join(" · ");
  if (facts) item.append(Object.assign(document.createElement("p"), { className: "entry-facts", textContent: facts }));
  item.append(excerpt(found.excerpt));
  return item;
}

function counted(count, data) {
  if (count === 0) return data.countNone;
  return count === 1 ? data.countOne : data.countOther.replace("{count}", count.toLocaleString(document.documentElement.lang));
}

function chosenFilters() {
  const filters = {};
  for (const name of FILTERS) {
    if (form.elements[name].value) filters[name] = form.elements[name].value;
  }
  return filters;
}

function fillFilters(available) {
  const wanted = new URLSearchParams(location.search);
  for (const name of FILTERS) {
    const values = Object.entries(available[name] ?? {}).sort(([a], [b]) =>
      name === "year" ? b.localeCompare(a) : a.localeCompare(b, document.documentElement.lang));
    const select = form.elements[name];
    for (const [value, count] of values) select.append(new Option(`${value} (${count})`, value));
    select.value = values.some(([value]) => value === wanted.get(name)) ? wanted.get(name) : "";
    select.parentElement.hidden = values.length < 2 && !select.value;
  }
  root.querySelector(".search-filters").hidden = FILTERS.every((name) => form.elements[name].parentElement.hidden);
}

function keepInAddress() {
  const query = new URLSearchParams();
  for (const name of ["q", ...FILTERS]) {
    if (form.elements[name].value) query.set(name, form.elements[name].value);
  }
  history.replaceState(null, "", `?${query}`);
}

/** Writes the next results; the focus goes to the first of them when a reader asked for more. */
async function show(results, from, question, takeFocus) {
  const found = await Promise.all(results.slice(from, from + PER_PAGE).map((result) => result.data()));
  if (question !== asked) return;
  const items = found.map((one) => entry(one, "h2"));
  list.append(...items);
  list.hidden = results.length === 0;
  more.hidden = from + PER_PAGE >= results.length;
  more.firstElementChild.onclick = () => show(results, from + PER_PAGE, question, true);
  if (takeFocus) items[0]?.querySelector("a").focus();
}

async function ask(pagefind) {
  const question = ++asked;
  const term = words.value.trim();
  const filters = chosenFilters();
  if (!term && Object.keys(filters).length === 0) {
    list.replaceChildren();
    list.hidden = more.hidden = true;
    status.textContent = "";
    return;
  }
  status.textContent = root.dataset.working;
  const { results } = await pagefind.search(term || null, { filters });
  if (question !== asked) return;
  list.replaceChildren();
  await show(results, 0, question, false);
  if (question === asked) status.textContent = counted(results.length, root.dataset);
}

/** What the other languages have for the same words: a count with a link to their search, and the first results. */
async function askOther(section, pagefind) {
  const term = words.value.trim();
  const { results } = term ? await pagefind.search(term) : { results: [] };
  section.querySelector("ol")?.remove();
  section.hidden = results.length === 0;
  if (section.hidden) return;
  const link = section.querySelector("a");
  link.textContent = counted(results.length, section.dataset);
  link.href = `${section.dataset.page}?q=${encodeURIComponent(term)}`;
  const found = await Promise.all(results.slice(0, OTHER_RESULTS).map((result) => result.data()));
  const items = document.createElement("ol");
  items.className = "entries";
  items.lang = section.dataset.language;
  items.append(...found.map((one) => entry(one, "h3")));
  section.append(items);
}

async function start() {
  const bundle = new URL(root.dataset.bundle, location.href);
  const { createInstance } = await import(new URL("pagefind.js", bundle));
  const instance = (language) =>
    createInstance({ basePath: bundle.pathname, baseUrl: new URL("..", bundle).pathname, language: language.toLowerCase() });
  const own = await instance(root.dataset.language);
  fillFilters(await own.filters());
  const others = [];
  for (const section of root.querySelectorAll(".search-other")) {
    others.push([section, await instance(section.dataset.language)]);
  }
  root.querySelector(".search-fallback").hidden = true;
  const search = async () => {
    await ask(own);
    for (const [section, pagefind] of others) await askOther(section, pagefind);
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    keepInAddress();
    search();
  });
  for (const name of FILTERS) form.elements[name].addEventListener("change", () => form.requestSubmit());
  words.value = new URLSearchParams(location.search).get("q") ?? "";
  await search();
}

start().catch((error) => {
  root.querySelector(".search-fallback").hidden = false;
  status.textContent = "";
  console.info(`search: ${error.message}`);
});
