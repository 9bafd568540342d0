using System.Globalization;

namespace Enrollment.Functions.Tests.CrashPoints;

/// <summary>
/// Sees every HTTP call that the product makes, because every client of it comes from one factory: names the calls of a run in
/// order, and lets one of them fail.
/// </summary>
internal sealed class CallSites
{
    // The same call in the same step differs only in its key: the first few show what all of them do. `./dev crashes` takes more of them.
    private static readonly int TimesOfOneCall =
        Environment.GetEnvironmentVariable("CRASH_TIMES") is { } times ? int.Parse(times, CultureInfo.InvariantCulture) : 2;

    private readonly AsyncLocal<string?> _function = new();
    private readonly Lock _gate = new();
    private readonly List<string> _calls = [];
    private readonly Dictionary<string, int> _times = new(StringComparer.Ordinal);
    private (string Site, CallFault Fault)? _planned;
    private bool _isDead;

    /// <summary>The calls made so far, each with how often the same call was made before: "Sweep: table query Due #2".</summary>
    public IReadOnlyList<string> Calls
    {
        get
        {
            lock (_gate)
                return [.. _calls];
        }
    }

    public bool HasFired { get; private set; }

    /// <summary>The calls as a reviewed snapshot has them: each once, whenever it came.</summary>
    public static string TextOf(IEnumerable<string> calls) =>
        string.Concat(calls.Select(site => site[..site.LastIndexOf(" #", StringComparison.Ordinal)]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(site => site + "\n"));

    /// <summary>Whether a call of <see cref="Calls"/> is one of the first of its kind.</summary>
    public static bool IsEarly(string site) => int.Parse(site[(site.LastIndexOf('#') + 1)..], CultureInfo.InvariantCulture) <= TimesOfOneCall;

    public void Plan(string site, CallFault fault) => _planned = (site, fault);

    /// <summary>Runs one invocation; a death ends it and leaves everything as it stands.</summary>
    public async Task<T> InvokeAsync<T>(string function, Func<Task<T>> invocation)
    {
        _function.Value = function;
        _isDead = false;
        try
        {
            return await invocation();
        }
        finally
        {
            _function.Value = null;
        }
    }

    public async Task<HttpResponseMessage> PassAsync(HttpRequestMessage request, Func<Task<HttpResponseMessage>> send)
    {
        if (_function.Value is not { } function)
            return await send();
        var fault = Arrive($"{function}: {CallName.Of(request)}");
        if (fault is CallFault.DiesBefore)
            throw new ProcessDiedException();
        var response = await send();
        return fault switch
        {
            CallFault.DiesAfter => throw Lost(response, new ProcessDiedException()),
            CallFault.AnswerLost => throw Lost(response, new HttpRequestException("The answer was lost.")),
            _ => response,
        };
    }

    private static Exception Lost(HttpResponseMessage response, Exception why)
    {
        response.Dispose();
        return why;
    }

    private CallFault? Arrive(string call)
    {
        lock (_gate)
        {
            // Calls that run beside the one that killed the process die with it.
            if (_isDead)
                throw new ProcessDiedException();
            _times[call] = _times.GetValueOrDefault(call) + 1;
            var site = $"{call} #{_times[call]}";
            _calls.Add(site);
            if (_planned?.Site != site)
                return null;
            HasFired = true;
            _isDead = _planned.Value.Fault is not CallFault.AnswerLost;
            return _planned.Value.Fault;
        }
    }
}
