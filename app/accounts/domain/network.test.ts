import { expect, it } from 'vitest'
import { networkOf } from './network.ts'

it('counts the addresses of one IPv6 network as one, however they are written', () => {
  const one = '2001:db8:1:2::/64'
  for (const address of [
    ...['2001:db8:1:2::', '2001:db8:1:2::d', '2001:0DB8:0001:0002:ffff:ffff:ffff:ffff'],
    ...['2001:db8:1:2::1.2.3.4', '2001:db8:1:2::5%eth0'],
  ]) {
    expect(networkOf(address)).toBe(one)
  }
  expect(networkOf('2001:db8:1:3::1')).not.toBe(one)
  expect(networkOf('::1')).toBe('0:0:0:0::/64')
})

it('takes an IPv4 address as itself, also inside of IPv6', () => {
  for (const address of ['192.0.2.1', '::ffff:192.0.2.1', '::FFFF:c000:201']) {
    expect(networkOf(address)).toBe('192.0.2.1')
  }
})

it('leaves text that is no address as it is', () => {
  for (const text of ['', 'x', '1:2', '1::2::3', ':::']) expect(networkOf(text)).toBe(text)
})
