/** A mark beside a message, in place of a picture. */
export const Initials = ({ name, isApp }: { name: string; isApp: boolean }) => {
  const initials = name
    .split(' ')
    .map((part) => part[0])
    .join('')
    .slice(0, 2);
  return (
    <span className={isApp ? 'initials is-app' : 'initials'} aria-hidden="true">
      {initials}
    </span>
  );
};
