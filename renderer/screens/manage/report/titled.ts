/** Does something while the page has this title: what is printed or saved of it is offered under that name. */
export const titled = async <Value>(name: string, work: () => Value | Promise<Value>): Promise<Value> => {
  const { title } = document;
  document.title = name;
  try {
    return await work();
  } finally {
    document.title = title;
  }
};
