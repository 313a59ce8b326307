/** The same context, whose requests go out although the execution was stopped: whoever was signed in has to be signed out. */
export function unstoppable<C extends object>(context: C): C {
	return Object.create(context, { getExecutionCancelSignal: { value: () => undefined } }) as C;
}
