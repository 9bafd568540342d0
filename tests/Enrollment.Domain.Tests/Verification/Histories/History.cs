using CsCheck;
using Enrollment.Domain.Verification;

namespace Enrollment.Domain.Tests.Verification.Histories;

/// <summary>A family's steps in the order they happen, as generated.</summary>
internal sealed record History(HistoryFamily Family, IReadOnlyList<HistoryStep> Steps)
{
    private const int End = 1000;

    private static readonly Gen<int> Moment = Gen.Int[0, End - 1];

    // Departments have characters, or the good answers would end every history early.
    private static readonly Gen<Word>[] Characters =
    [
        Gen.Frequency((6, Word.Good), (2, Word.Promise), (2, Word.Unreachable)),
        Gen.Frequency((1, Word.Good), (6, Word.Promise), (2, Word.Unreachable)),
        Gen.Frequency((1, Word.Good), (2, Word.Promise), (8, Word.Unreachable)),
        Gen.OneOf(Enum.GetValues<Word>()),
    ];

    private static readonly Gen<HistoryStep> Time = Gen.Frequency(
        (3, Gen.Const<HistoryStep>(new HistoryStep.PassUntilDue())),
        (3, Gen.OneOf(0L, 1, 14, 15, 20, 60, 300, 900, 1799, 1800, 3600, (48 * 3600) - 1, 48 * 3600).Select<long, HistoryStep>(s => new HistoryStep.Pass(s))),
        (1, Gen.Long[0, 100_000].Select<long, HistoryStep>(s => new HistoryStep.Pass(s))));

    public static Gen<History> Any { get; } = Gen.Select(Gen.OneOf([.. HistoryFamily.All]), Starts(), Heard(), Moments(Time, 20), Withdrawals(), Recovery(),
        (family, starts, heard, times, withdrawals, recovery) =>
            new History(family, [.. starts.Concat(heard).Concat(times).Concat(withdrawals).Concat(recovery).OrderBy(step => step.At).Select(step => step.Step)]));

    public override string ToString() => $"{Family}: {string.Join("; ", Steps)}";

    /// <summary>The planning message mostly comes first, may come again, and may be lost.</summary>
    private static Gen<Placed[]> Starts() =>
        Gen.Frequency((8, Gen.Const(-1).Array[1]), (1, Moment.Array[1]), (1, Gen.Const(Array.Empty<int>()))).SelectMany(first => Moment.Array[0, 2].Select(again =>
            (first.Length == 0 ? first : [.. first, .. again]).Select(at => new Placed(at, new HistoryStep.Start())).ToArray()));

    /// <summary>One to four departments, each with up to four words, each delivered one to five times at any moments.</summary>
    private static Gen<Placed[]> Heard() =>
        Gen.Select(Said(Department.Police), Said(Department.CivilAffairs), Said(Department.Property), Said(Department.SocialSecurity), Gen.Int[1, 15],
            (police, civilAffairs, property, socialSecurity, speaking) => new[] { police, civilAffairs, property, socialSecurity }
                .Where((_, i) => (speaking >> i) % 2 == 1).SelectMany(words => words).ToArray());

    private static Gen<Placed[]> Said(Department department) =>
        Gen.Int[0, Characters.Length - 1].SelectMany(character => Gen.Select(Characters[character], Moment.Array[1, 5], (word, moments) =>
                moments.Select(at => new Placed(at, new HistoryStep.Hear(department, word))).ToArray()).Array[0, 4])
            .Select(words => words.SelectMany(word => word).ToArray());

    private static Gen<Placed[]> Moments(Gen<HistoryStep> steps, int most) =>
        Gen.Select(Moment, steps, (at, step) => new Placed(at, step)).Array[0, most];

    private static Gen<Placed[]> Withdrawals() =>
        Gen.Frequency((7, Gen.Const(Array.Empty<Placed>())), (1, Moment.Array[1, 2].Select(moments => moments.Select(at => new Placed(at, new HistoryStep.Withdraw())).ToArray())));

    /// <summary>In half of the histories every department answers rightly in the end.</summary>
    private static Gen<Placed[]> Recovery() =>
        Gen.Bool.Select(recovers => recovers ? Enum.GetValues<Department>().Select(d => new Placed(End, new HistoryStep.Hear(d, Word.Good))).ToArray() : []);

    private sealed record Placed(int At, HistoryStep Step);
}
