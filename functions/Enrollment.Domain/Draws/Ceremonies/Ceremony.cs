using static Enrollment.Domain.Draws.Ceremonies.CeremonyAction;
using static Enrollment.Domain.Draws.Ceremonies.CeremonyRefusal;
using static Enrollment.Domain.Draws.Ceremonies.CeremonyState;

namespace Enrollment.Domain.Draws.Ceremonies;

/// <summary>
/// A draw that cannot be run twice (DOMAIN.md 3.3 B8): sealed, committed, drawn, published, each once. Doing the same again with the same
/// content is no change, so that whoever lost an answer may ask again and a crash is resumed; with other content it is refused.
/// </summary>
/// <param name="State">How far it has come.</param>
/// <param name="VoidRequested">A request to void it that no second person has confirmed.</param>
public sealed record Ceremony(CeremonyState State, VoidRequest? VoidRequested)
{
    /// <summary>A draw whose list is being prepared.</summary>
    public static Ceremony New { get; } = new(new Open(), VoidRequested: null);

    /// <summary>What the action does; every state with every action has an answer.</summary>
    public CeremonyTransition Apply(CeremonyAction action) => (State, action) switch
    {
        (Voided { Why: var why }, ConfirmVoid { By: var by }) when by == why.ConfirmedBy => Same,
        (Voided, _) => No(IsVoid),
        (_, RequestVoid request) => RequestedBy(request.Request),
        (_, ConfirmVoid confirm) => ConfirmedBy(confirm.By),

        (Open, Seal seal) => To(new Sealed(seal.Digests)),
        (_, Seal seal) => SameOr(Now.Digests == seal.Digests, AlreadySealed),

        (Open, _) => No(NotSealed),
        (Sealed s, Commit commit) => To(new Committed(s.Digests, commit.Commitments)),
        (_, Commit commit) => SameOr(Now.Commitments == commit.Commitments, AlreadyCommitted),

        (Sealed, _) => No(NotCommitted),
        (Committed c, Draw draw) when draw.Inputs.Secret.Commitment() != c.Commitments.Secret => No(SecretIsNotTheCommitted),
        (Committed c, Draw draw) => To(new Drawing(c.Digests, c.Commitments, draw.Inputs)),
        (_, Draw draw) => SameOr(Now.Inputs == draw.Inputs, AlreadyDrawn),

        (Committed, _) => No(NotDrawn),
        (Drawing d, Complete complete) => To(new Drawn(d.Digests, d.Commitments, d.Inputs, complete.Result)),
        (Drawing, _) => No(BeingDrawn),
        // The same inputs give the same result; another one is a bug or a fraud, and must not be answered as if it were an outcome.
        (Drawn or Published, Complete complete) => Now.Result == complete.Result
            ? Same
            : throw new InvalidOperationException($"The draw gave {Now.Result} before and {complete.Result} now."),

        (Drawn d, Publish) => To(new Published(d.Digests, d.Commitments, d.Inputs, d.Result)),
        (Published, Publish) => Same,
        _ => throw new ArgumentOutOfRangeException(nameof(action)),
    };

    private CeremonyTransition.Allowed Same => new(this);

    private CeremonyParts Now => CeremonyParts.Of(State);

    private CeremonyTransition.Allowed To(CeremonyState state) => new(this with { State = state });

    private CeremonyTransition SameOr(bool isSame, CeremonyRefusal refusal) => isSame ? Same : No(refusal);

    private CeremonyTransition RequestedBy(VoidRequest request) =>
        VoidRequested is null || VoidRequested == request ? new CeremonyTransition.Allowed(this with { VoidRequested = request }) : No(VoidAlreadyRequested);

    private CeremonyTransition ConfirmedBy(string by) => VoidRequested switch
    {
        null => No(VoidNotRequested),
        { By: var first } when first == by => No(SecondPersonNeeded),
        var request => To(new Voided(State, new Voiding(request.Reason, request.By, by))),
    };

    private static CeremonyTransition.Refused No(CeremonyRefusal refusal) => new(refusal);
}
