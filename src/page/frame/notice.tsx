/** Something that belongs to no field and no message; read out, and there until it is closed. */
export const Notice = ({ words, close }: { words: string; close: () => void }) => (
  <div className="notices" role="status" aria-live="polite">
    {words !== '' && (
      <div className="notice">
        <span>{words}</span>
        <button type="button" className="plain" onClick={close}>
          Close
        </button>
      </div>
    )}
  </div>
);
