/** Only sockets of this machine: an address may start programs or reach over the network. */
import { expect, test } from 'vitest'
import { busAddress } from '../../../../../electron/engine/devices/system/bus/busAddress.ts'

test.each([
  [{}, null],
  [{ XDG_RUNTIME_DIR: '/run/user/1000' }, 'unix:path=/run/user/1000/bus'],
  [{ XDG_RUNTIME_DIR: 'relative' }, null],
  [{ DBUS_SESSION_BUS_ADDRESS: 'unix:path=/a/bus,guid=1' }, 'unix:path=/a/bus,guid=1'],
  [{ DBUS_SESSION_BUS_ADDRESS: 'unix:abstract=/tmp/x' }, 'unix:abstract=/tmp/x'],
  [{ DBUS_SESSION_BUS_ADDRESS: 'tcp:host=example.org,port=1;unix:path=/a' }, 'unix:path=/a'],
  [{ DBUS_SESSION_BUS_ADDRESS: 'unixexec:path=/bin/sh', XDG_RUNTIME_DIR: '/run' }, null],
  [{ DBUS_SESSION_BUS_ADDRESS: 'disabled:', XDG_RUNTIME_DIR: '/run' }, null],
  [{ DBUS_SESSION_BUS_ADDRESS: '', XDG_RUNTIME_DIR: '/run' }, 'unix:path=/run/bus'],
])('session bus of %j: %s', (env, address) => {
  expect(busAddress('session', env)).toBe(address)
})

test('the system bus has a place of its own', () => {
  expect(busAddress('system', {})).toBe('unix:path=/run/dbus/system_bus_socket')
  expect(busAddress('system', { DBUS_SYSTEM_BUS_ADDRESS: 'unix:path=/b' })).toBe('unix:path=/b')
})
