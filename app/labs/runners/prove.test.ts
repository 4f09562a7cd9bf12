import { expect, it } from 'vitest'
import { failedProbes } from '#app/labs/runners/prove.server.ts'

const late = { probe: 'memory', passed: false, seen: 'TIMEOUT' }
const open = { probe: 'process: file', passed: false, seen: 'OPEN' }
const held = { probe: 'fence', passed: true, seen: 'EACCES' }

function probesThatSee(...runs: (typeof late)[][]) {
  const asked = { times: 0 }
  return { asked, probe: async () => runs[asked.times++] ?? [] }
}

it('tries again when probes only ran out of time', async () => {
  const { asked, probe } = probesThatSee([held, late], [late], [held])
  expect(await failedProbes(probe, [1, 1, 1])).toEqual([])
  expect(asked.times).toBe(3)
})

it('gives up when time never suffices', async () => {
  const { asked, probe } = probesThatSee([late], [late], [late])
  expect(await failedProbes(probe, [1])).toEqual([late])
  expect(asked.times).toBe(2)
})

it('believes the first probe that found a way out', async () => {
  const { asked, probe } = probesThatSee([late, open], [held])
  expect(await failedProbes(probe, [1, 1])).toEqual([late, open])
  expect(asked.times).toBe(1)
})
