using Enrollment.Benchmarks.Measuring;

namespace Enrollment.Benchmarks.Figures;

/// <summary>A round of the service and the round of the floor that followed.</summary>
internal sealed record RoundPair(Round Service, Round Floor);

/// <summary>The four figures, and what stands behind them.</summary>
internal sealed class PipelineFigures(IReadOnlyList<RoundPair> rounds)
{
    public const double AimedRatio = 1.5;
    public const double AimedOperations = 30;

    /// <summary>Submit, the plan and four checks, with no race lost.</summary>
    private const int TransactionsEach = 6;

    public IReadOnlyList<RoundPair> Rounds => rounds;

    public Side Service { get; } = new([.. rounds.Select(pair => pair.Service)]);

    public Side Floor { get; } = new([.. rounds.Select(pair => pair.Floor)]);

    /// <summary>How many times as long as the floor the service takes.</summary>
    public double Ratio => Floor.PerSecond / Service.PerSecond;

    public double Operations => Service.PerApplication(Service.Operations.Work);

    public double LostRaces => Service.PerApplication(Service.Operations[StorageCounts.Transaction]) - TransactionsEach;

    public bool RatioIsMet => Ratio <= AimedRatio;

    public bool OperationsAreMet => Operations <= AimedOperations;
}
