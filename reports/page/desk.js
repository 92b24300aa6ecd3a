'use strict'

// Sorting and filtering for whoever reads the page on a screen. Without it the whole list is there, as it was written.

const form = document.querySelector('.filters')
const rows = [...document.querySelectorAll('section.dossiers .row')]

if (form !== null) {
  form.hidden = false
  form.addEventListener('input', filter)
  form.addEventListener('submit', (event) => event.preventDefault())
  filter()
}

for (const head of document.querySelectorAll('th[data-label]')) makeSortable(head)

function filter() {
  const wanted = folded(form.elements.text.value)
  const { group, system, marked } = form.elements
  for (const row of rows)
    row.hidden =
      (wanted !== '' && !folded(row.textContent).includes(wanted)) ||
      (group.value !== '' && row.parentElement.dataset.group !== group.value) ||
      (system.value !== '' && !row.dataset.systems.split(' ').includes(system.value)) ||
      (marked.checked && !('marked' in row.dataset))
  for (const block of document.querySelectorAll('section.dossiers tbody'))
    block.hidden = block.querySelector('.row:not([hidden])') === null
  const output = form.querySelector('output')
  const shown = rows.filter((row) => !row.hidden).length
  output.textContent = output.dataset.shown.replace('{0}', shown).replace('{1}', rows.length)
}

/** Without accents and capitals: whoever searches for "ho kinh doanh" finds "Hộ kinh doanh". */
function folded(text) {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase().replace(/\s+/g, ' ').trim()
}

function makeSortable(head) {
  const button = document.createElement('button')
  button.type = 'button'
  button.textContent = head.dataset.label
  head.replaceChildren(button)
  button.addEventListener('click', () => sortBy(head))
}

/** Within each group, so that what is most urgent stays on top; what has nothing in the column comes last. */
function sortBy(head) {
  const upwards = head.getAttribute('aria-sort') !== 'ascending'
  const column = [...head.parentElement.children].indexOf(head)
  for (const other of head.parentElement.children) other.removeAttribute('aria-sort')
  head.setAttribute('aria-sort', upwards ? 'ascending' : 'descending')
  for (const block of head.closest('table').tBodies) {
    const its = [...block.querySelectorAll('.row')]
    its.sort((a, b) => compare(keyOf(a, column), keyOf(b, column), upwards))
    block.append(...its)
  }
}

function keyOf(row, column) {
  return row.children[column].dataset.key
}

function compare(a, b, upwards) {
  if (a === '' || b === '') return Number(a === '') - Number(b === '')
  const order = isNumber(a) && isNumber(b) ? Number(a) - Number(b) : a.localeCompare(b, 'vi')
  return upwards ? order : -order
}

function isNumber(text) {
  return /^-?\d+(\.\d+)?$/.test(text)
}
