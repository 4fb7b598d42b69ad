/** Tells every window that something changed. `version` numbers the changes of one run of the program. */
export class Live {
  version = 1;
  readonly #followers = new Set<() => void>();

  changed(): void {
    this.version += 1;
    for (const follower of this.#followers) follower();
  }

  /** Calls back at every change until the returned function is called. */
  follow(follower: () => void): () => void {
    this.#followers.add(follower);
    return () => this.#followers.delete(follower);
  }
}
