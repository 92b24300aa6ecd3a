'use strict'

// Numbers that open to their dossiers. Without it every number and the whole list of dossiers are there as well.

const dialog = document.querySelector('dialog')
const table = document.querySelector('#list table')

if (dialog !== null && table !== null) {
  for (const number of document.querySelectorAll('.opens')) number.replaceWith(buttonFor(number))
  for (const hint of document.querySelectorAll('.hint')) hint.hidden = false
}

function buttonFor(number) {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'opens'
  button.textContent = number.textContent
  button.setAttribute('aria-haspopup', 'dialog')
  button.setAttribute('aria-label', `${number.textContent}: ${number.dataset.title}`)
  button.addEventListener('click', () => open(number))
  return button
}

/** The rows of the list that are behind the number, copied in their order. The browser gives the focus back. */
function open({ dataset: { rows, title, key } }) {
  const places = placesIn(rows)
  const [list, body] = [table.cloneNode(false), document.createElement('tbody')]
  for (const place of places) body.append(table.tBodies[0].rows[place].cloneNode(true))
  list.append(table.tHead.cloneNode(true), body)
  dialog.querySelector('#opened').textContent = `${title}: ${dialog.dataset.count.replace('{0}', places.length)}`
  dialog.querySelector('.what').textContent = document.querySelector(`#def-${key}`)?.textContent ?? ''
  dialog.querySelector('.rows').replaceChildren(list)
  dialog.querySelector('.why').hidden = key === undefined
  dialog.querySelector('code').textContent = `doisoat why ${dialog.dataset.period}/${key}`
  dialog.showModal()
  dialog.scrollTop = 0
}

/** `0-110,150`, both ends included. */
function placesIn(ranges) {
  return ranges.split(',').flatMap((range) => {
    const [first, last = first] = range.split('-').map(Number)
    return Array.from({ length: last - first + 1 }, (_, at) => first + at)
  })
}
