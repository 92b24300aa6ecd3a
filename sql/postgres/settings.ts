import { schemaOf, timeOf } from './address.ts'

const MINUTE = 60_000

/**
 * What holds for a connection. A statement that takes ten minutes has lost its way; who waits ten seconds for another is
 * told; a transaction whose program stands still for an hour is ended. All may be said otherwise in the address.
 */
export function settingsOf(url: string, mode: 'write' | 'read'): string {
  return [
    `set search_path = "${schemaOf(url)}"`,
    `set statement_timeout = ${timeOf(url, 'statement_timeout', 10 * MINUTE)}`,
    `set lock_timeout = ${timeOf(url, 'lock_timeout', 10_000)}`,
    `set idle_in_transaction_session_timeout = ${60 * MINUTE}`,
    `set default_transaction_read_only = ${mode === 'read' ? 'on' : 'off'}`,
    // the connection that holds a ward's lock says nothing all night
    `select set_config(name, '0', false) from pg_settings where name = 'idle_session_timeout'`,
    'set client_min_messages = warning',
    'set jit = off', // questions are many and short
    // By the average ward: one that has just come is none of those that were counted, and would be taken for empty. Citus
    // has to see the ward's number before it can tell on which machine it lies.
    `select set_config('plan_cache_mode', 'force_generic_plan', false) where not exists (select from pg_extension where extname = 'citus')`,
    'set cursor_tuple_fraction = 1', // who asks row by row wants all of them
  ].join('; ')
}
