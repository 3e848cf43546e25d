// What axe cannot decide by itself ("needs review"), one by one: the rule, what axe says, which element, and why it is
// right. Anything else that needs review fails the test.
const reviewed = [
  {
    rule: 'color-contrast', says: /pseudo element|partially obscured|overlap/i, element: /class="status/,
    because: 'the mark before a status is decoration drawn by the sheet; the word beside it is plain ink on paper',
  },
  {
    rule: 'color-contrast', says: /overlapped by another element/i, element: /^<p id="p-/,
    because: 'the target of a note’s call is larger than its figure and reaches over words beside it; it has no background',
  },
  {
    rule: 'color-contrast', says: /partially overlaps other elements/i, element: /^<span class="unbroken">/,
    because: 'a symbol that is kept together in a note touches the larger targets of the lines around it; none has a background',
  },
  {
    rule: 'color-contrast', says: /overlapped by another element/i, element: /^<th scope="rowgroup"/,
    because: 'a heading of several rows lies beside the cells of all of them; they are on the same paper',
  },
];

/** Why the finding is right, or undefined. */
export function explanation(rule, says, node) {
  return reviewed.find((one) => one.rule === rule && one.says.test(says) && one.element.test(node.html))?.because;
}
