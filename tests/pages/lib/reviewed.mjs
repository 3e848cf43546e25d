// What axe cannot decide by itself ("needs review"), one by one: the rule, what axe says, which element, and why it is
// right. Anything else that needs review fails the test.
const reviewed = [
  {
    rule: 'color-contrast', says: /pseudo element|partially obscured|overlap/i, element: /class="status/,
    because: 'the mark before a status is decoration drawn by the sheet; the word beside it is plain ink on paper',
  },
];

/** Why the finding is right, or undefined. */
export function explanation(rule, says, node) {
  return reviewed.find((one) => one.rule === rule && one.says.test(says) && one.element.test(node.html))?.because;
}
