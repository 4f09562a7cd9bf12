/** What a draft may name: codes of skills, and the labs of its course, addresses of pictures. */
export type Known = { skills: string[]; labs: string[]; pictures: string[] }
