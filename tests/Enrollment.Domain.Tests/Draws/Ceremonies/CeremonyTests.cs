using System.Text;
using CsCheck;
using Enrollment.Domain.Draws;
using Enrollment.Domain.Draws.Ceremonies;

namespace Enrollment.Domain.Tests.Draws.Ceremonies;

public sealed class CeremonyTests
{
    private static readonly ListDigests List = new(Digest.Of("list"u8), Digest.Of("list by SM3"u8));
    private static readonly DrawSecret Secret = SecretOf("11");
    private static readonly DrawCommitments Commitments = new(Secret.Commitment(), Late: null);
    private static readonly DrawInputs Inputs = new(Secret, EntropyOf("7"));
    private static readonly Digest Result = Digest.Of("result"u8);
    private static readonly VoidRequest Request = new("staff-1", "A pupil was missing from the list.");

    private static readonly (string Name, CeremonyAction Action)[] Actions =
    [
        ("Seal", new CeremonyAction.Seal(List)),
        ("Seal another list", new CeremonyAction.Seal(new ListDigests(Digest.Of("other"u8), Digest.Of("other by SM3"u8)))),
        ("Commit", new CeremonyAction.Commit(Commitments)),
        ("Commit to another secret", new CeremonyAction.Commit(new DrawCommitments(SecretOf("22").Commitment(), Late: null))),
        ("Draw", new CeremonyAction.Draw(Inputs)),
        ("Draw with another secret", new CeremonyAction.Draw(Inputs with { Secret = SecretOf("22") })),
        ("Draw with other entropy", new CeremonyAction.Draw(Inputs with { Entropy = EntropyOf("8") })),
        ("Complete", new CeremonyAction.Complete(Result)),
        ("Publish", new CeremonyAction.Publish()),
        ("Request to void", new CeremonyAction.RequestVoid(Request)),
        ("Request to void by another", new CeremonyAction.RequestVoid(Request with { By = "staff-2" })),
        ("Confirm to void by the same", new CeremonyAction.ConfirmVoid("staff-1")),
        ("Confirm to void by another", new CeremonyAction.ConfirmVoid("staff-2")),
    ];

    [Fact]
    public void Apply_EveryStateWithEveryAction_IsTheReviewedTable()
    {
        var table = new StringBuilder();
        foreach (var (state, ceremony) in States())
        {
            foreach (var (name, action) in Actions)
                table.Append(state).Append(" / ").Append(name).Append(" -> ").Append(Text(ceremony, ceremony.Apply(action))).Append('\n');
        }

        Snapshot.Matches("Draws/Ceremonies/Ceremony.table.txt", table.ToString());
    }

    [Theory]
    [InlineData(CeremonyStatus.Drawn)]
    [InlineData(CeremonyStatus.Published)]
    public void Apply_AnotherResultForTheSameInputs_IsABugAndNoOutcome(CeremonyStatus status)
    {
        var ceremony = States().Last(state => state.Ceremony.State.Status == status).Ceremony;

        Assert.Throws<InvalidOperationException>(() => ceremony.Apply(new CeremonyAction.Complete(Digest.Of("another result"u8))));
    }

    [Fact]
    public void Apply_AnyActionsInAnyOrder_NeverReplaceWhatWasFixed() =>
        Gen.Int[0, Actions.Length - 1].List[0, 30].Sample(chosen =>
        {
            var ceremony = Ceremony.New;
            foreach (var action in chosen.Select(index => Actions[index].Action))
            {
                var before = Fixed(ceremony.State);
                ceremony = ceremony.Apply(action) is CeremonyTransition.Allowed allowed ? allowed.Ceremony : ceremony;
                Assert.Equal(before, Fixed(ceremony.State).Take(before.Length));
            }
        }, iter: 5000);

    [Fact]
    public void Apply_TheSameActionTwice_ChangesNothingTheSecondTime()
    {
        foreach (var (_, ceremony) in States())
        {
            foreach (var (name, action) in Actions)
            {
                if (ceremony.Apply(action) is CeremonyTransition.Allowed first)
                    Assert.True(first.Ceremony.Apply(action) is CeremonyTransition.Allowed second && second.Ceremony == first.Ceremony, $"{name} in {ceremony.State.Status}");
            }
        }
    }

    private static IEnumerable<(string Name, Ceremony Ceremony)> States()
    {
        CeremonyAction[] way =
        [
            new CeremonyAction.Seal(List), new CeremonyAction.Commit(Commitments), new CeremonyAction.Draw(Inputs),
            new CeremonyAction.Complete(Result), new CeremonyAction.Publish(),
        ];
        var ceremony = Ceremony.New;
        yield return ("Open", ceremony);
        foreach (var action in way)
        {
            ceremony = After(ceremony, action);
            yield return (ceremony.State.Status.ToString(), ceremony);
        }

        var asked = After(ceremony, new CeremonyAction.RequestVoid(Request));
        yield return ("Published, void requested", asked);
        yield return ("Voided", After(asked, new CeremonyAction.ConfirmVoid("staff-2")));
    }

    private static Ceremony After(Ceremony ceremony, CeremonyAction action) => Assert.IsType<CeremonyTransition.Allowed>(ceremony.Apply(action)).Ceremony;

    private static object[] Fixed(CeremonyState state) => state switch
    {
        CeremonyState.Sealed s => [s.Digests],
        CeremonyState.Committed s => [s.Digests, s.Commitments],
        CeremonyState.Drawing s => [s.Digests, s.Commitments, s.Inputs],
        CeremonyState.Drawn s => [s.Digests, s.Commitments, s.Inputs, s.Result],
        CeremonyState.Published s => [s.Digests, s.Commitments, s.Inputs, s.Result],
        CeremonyState.Voided s => Fixed(s.Before),
        _ => [],
    };

    private static string Text(Ceremony before, CeremonyTransition transition) => transition switch
    {
        CeremonyTransition.Allowed allowed when allowed.Ceremony == before => "no change",
        CeremonyTransition.Allowed { Ceremony: { VoidRequested: not null, State: not CeremonyState.Voided } after } => $"{after.State.Status}, void requested",
        CeremonyTransition.Allowed allowed => allowed.Ceremony.State.Status.ToString(),
        CeremonyTransition.Refused refused => $"refused: {refused.Reason}",
        _ => throw new InvalidOperationException("Closed hierarchy."),
    };

    private static DrawSecret SecretOf(string twoDigits)
    {
        Assert.True(DrawSecret.TryParse(string.Concat(Enumerable.Repeat(twoDigits, 32)), out var secret));
        return secret!;
    }

    private static Entropy EntropyOf(string digit)
    {
        Assert.Null(Entropy.TryParse(string.Concat(Enumerable.Repeat(digit, 39)), out var entropy));
        return entropy!;
    }
}
