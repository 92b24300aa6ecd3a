import { z } from 'zod'
import { isDay } from '../day.ts'
import { isPeriodId } from '../period.ts'

// What is expected stands where zod wants a message: an id for which there are words in both languages.
export const text = z.string('text').min(1, 'text')
export const texts = z.array(text, 'list').readonly()
export const day = z.string('day').refine(isDay, 'day')
export const periodId = z.string().refine(isPeriodId, 'period_id')

/** `H24.131`, with the numbers that some systems put before it. */
export const agencyCode = /^(\d{2,3}\.){0,3}[A-Z]\d{2}(\.\d{1,3}){0,4}$/
