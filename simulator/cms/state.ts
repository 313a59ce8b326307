/** What monitoring itself knows, beside what it sees of agents, queues and calls. */
export class Cms {
	/** The CTI platform below: the older one lacks some interfaces (0100003). */
	platform: 'V3R6' | 'V3R8' = 'V3R8';
}
