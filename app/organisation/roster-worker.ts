import { answerRequests } from '#app/learning/answer-requests.server.ts'
import { type RosterRequest, readRosterFile } from './read-roster-file.server.ts'

/** The process that reads uploaded rosters. */
answerRequests(({ base64 }: RosterRequest) => readRosterFile(Buffer.from(base64, 'base64')))
