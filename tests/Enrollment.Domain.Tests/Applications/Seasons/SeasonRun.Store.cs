using Enrollment.Domain.Applications;
using Kind = Enrollment.Domain.Applications.ApplicationEventKind;

namespace Enrollment.Domain.Tests.Applications.Seasons;

/// <summary>The service around a decision: read, decide, store under the version that was read, send; and where it dies.</summary>
internal sealed partial class SeasonRun
{
    /// <summary>Decides, stores and sends, as far as the mishap lets it. True when the message that set it off is done with.</summary>
    private bool Decide(Mishap mishap, Func<Application, Change?> decide, Func<IReadOnlyList<Kind>?> model, Action? send = null, string? staff = null)
    {
        var read = mishap is Mishap.Stale ? _before : Stored;
        var change = decide(read);
        if (change is not null)
            SeasonLaws.ChangeHolds(read, change, staff, Now);
        if (mishap is Mishap.CrashBeforeCommit)
            return false;
        if (mishap is Mishap.Stale && !ReferenceEquals(read, Stored))
        {
            Refused += change is null ? 0 : 1;
            return change is null;
        }
        var expected = model();
        if (expected is null != change is null)
            Assert.Fail(expected is null ? $"no change was expected: {string.Join(' ', change!.Events.Select(e => e.Kind))}" : $"expected {string.Join(' ', expected)}, nothing came of it");
        if (change is not null)
            Commit(change, expected!, mishap, send);
        SeasonLaws.NothingIsForgotten(Stored);
        SeasonComparison.Holds(Stored, _model, _now);
        return true;
    }

    private void Commit(Change change, IReadOnlyList<Kind> expected, Mishap mishap, Action? send)
    {
        if (!change.Events.Select(happened => happened.Kind).SequenceEqual(expected))
            Assert.Fail($"expected {string.Join(' ', expected)}, not {string.Join(' ', change.Events.Select(e => e.Kind))}: {_model}");
        var wasPlanned = Stored.Checks.Count > 0;
        (_before, Stored) = (Stored, change.After);
        Events.AddRange(change.Events);
        if (mishap is Mishap.CrashAfterCommit)
            return;
        send?.Invoke();
        if (!wasPlanned)
            _underWay.AddRange(Stored.Checks.Select(check => new SeasonMessage.Question(check.Department)));
    }
}
