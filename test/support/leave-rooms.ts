import { afterAll } from 'vitest'
import { leaveRooms } from './ward.ts'

afterAll(leaveRooms)
