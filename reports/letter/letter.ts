/** What the office says in its report beside the figures. Empty texts are what was not written. */
export type Letter = {
  readonly symbol: string // of the agency, behind the number: BC-TTPVHCC
  readonly place: string
  readonly day: string | null // of the document; null is left blank, for who signs it
  readonly addressees: readonly string[]
  readonly recipients: readonly string[]
  readonly signature: readonly string[] // who signs, a line each
  readonly signer: string
  readonly intro: string // a sentence on which decree or letter asks for the report
  readonly businessOffice: string // that registers household businesses
  readonly tasks: string // I.1
  readonly difficulties: string // more of II
  readonly plans: string // III
}
