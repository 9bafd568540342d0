using System.Collections.Concurrent;
using Enrollment.Domain.Admission.Allocation;
using Enrollment.Domain.Admission.Explaining;

namespace Enrollment.Functions.Admission;

/// <summary>The results of rounds, read once in the life of a process: what was drawn does not change, and ten thousand families ask for it at once.</summary>
internal sealed class DrawnRounds(RoundFiles files)
{
    private readonly ConcurrentDictionary<RoundName, AdmissionResult> _results = new();
    private readonly ConcurrentDictionary<RoundName, AdmissionExplanations> _explanations = new();

    /// <summary>Of a round that was drawn.</summary>
    public async Task<AdmissionResult> OfAsync(RoundName name, CancellationToken cancellationToken)
    {
        if (_results.TryGetValue(name, out var known))
            return known;
        var result = await files.ResultAsync(name, await files.ListAsync(name, cancellationToken), cancellationToken);
        return _results.GetOrAdd(name, result);
    }

    /// <summary>Of a round that was drawn, indexed once.</summary>
    public async Task<AdmissionExplanations> ExplanationsAsync(RoundName name, CancellationToken cancellationToken) =>
        _explanations.TryGetValue(name, out var known) ? known : _explanations.GetOrAdd(name, AdmissionExplanations.Of(await OfAsync(name, cancellationToken)));
}
