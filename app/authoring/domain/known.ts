/** What a draft may name: codes of skills, and the labs of its course. */
export type Known = { skills: string[]; labs: string[] }
