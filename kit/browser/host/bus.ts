/** One typed bus per page for messages between micro-frontends; the last message of each type is kept for late fragments. */
import mitt from 'mitt'

export interface Bus<Events> {
  emit<Type extends keyof Events>(type: Type, payload: Events[Type]): void
  /** With `replay`, a late handler first gets the last message of that type. Returns a function that removes the handler. */
  on<Type extends keyof Events>(
    type: Type,
    handler: (payload: Events[Type]) => void,
    options?: { replay?: boolean },
  ): () => void
}

/** `check` throws on a payload that breaks the contract; given in development and tests. */
export function createBus<Events extends object>(check?: (type: keyof Events, payload: unknown) => void): Bus<Events> {
  const emitter = mitt<Record<PropertyKey, never>>()
  const last = new Map<keyof Events, unknown>()
  return {
    emit(type, payload) {
      check?.(type, payload)
      last.set(type, payload)
      emitter.emit(type, payload as never)
    },
    on(type, handler, { replay = false } = {}) {
      const listener = handler as (payload: never) => void
      emitter.on(type, listener)
      if (replay && last.has(type)) handler(last.get(type) as Events[typeof type])
      return () => emitter.off(type, listener)
    },
  }
}
