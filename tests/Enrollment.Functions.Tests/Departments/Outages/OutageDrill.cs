using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Enrollment.DevCluster;
using Enrollment.DevCluster.Demo;
using Enrollment.Domain.Applications;
using Enrollment.Domain.Verification;
using Enrollment.Domain.Verification.Policies;
using Enrollment.Files.Policies;
using Enrollment.Functions.Applications.Submitting;
using Enrollment.Functions.Departments;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Polly.CircuitBreaker;

namespace Enrollment.Functions.Tests.Departments.Outages;

/// <summary>
/// A morning of applications that ask four departments each, one of which has a bad time, on a clock that jumps: the service's own pipelines,
/// its own decisions and schedule; tables, queues and the sweep of every 15 seconds are a few lists.
/// </summary>
internal sealed class OutageDrill : IDisposable
{
    public const Department Bad = Department.Property;
    public const int Applications = 450;

    public static readonly TimeSpan Arrivals = TimeSpan.FromSeconds(2);
    public static readonly DateTimeOffset Start = new(2026, 7, 1, 0, 0, 0, TimeSpan.Zero);

    private const int AtOnce = 24;

    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan SweepEvery = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(40);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan BadAttemptTimeout = TimeSpan.FromSeconds(2.9);

    private static readonly Policy Policy = ((PolicyResult.Parsed)PolicyFile.Read(Repository.PathOf("seeds/policies/licheng-2026.json"))).Policy;

    private static readonly IReadOnlyList<ApplicationForm> Forms = [.. DemoFamily.Read(Repository.PathOf("seeds")).Where(family => family.Story == "five-district-mover")
        .Select(family => FormReading.Of(family.Form.Deserialize<ApplicationRequest>(JsonSerializerOptions.Web)!).Form)];

    private readonly Lock _lock = new();
    private readonly VerificationSchedule _schedule;
    private readonly DrillClock _clock = new(Start, BadAttemptTimeout, TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(10));
    private readonly ServiceProvider _services;
    private readonly List<Application> _applications = [];
    private readonly Dictionary<Department, Queue<int>> _queues = Enum.GetValues<Department>().ToDictionary(department => department, _ => new Queue<int>());
    private readonly Dictionary<Department, int> _asking = Enum.GetValues<Department>().ToDictionary(department => department, _ => 0);
    private readonly Dictionary<(int, Department), DateTimeOffset> _answered = [];
    private DateTimeOffset? _opened;
    private int _losses;

    /// <param name="schedule">The long haul.</param>
    /// <param name="settings">Of the bad department, by name.</param>
    public OutageDrill(VerificationSchedule schedule, params (string Name, string Value)[] settings)
    {
        _schedule = schedule;
        var values = ExchangeSetup.Settings("http://departments.example");
        values["AZURE_FUNCTIONS_ENVIRONMENT"] = "Development";
        values[$"Departments:{Bad}:AttemptTimeout"] = BadAttemptTimeout.ToString("c", CultureInfo.InvariantCulture);
        foreach (var (name, value) in settings)
            values[$"Departments:{Bad}:{name}"] = value;
        var services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(_clock).AddDepartments(new ConfigurationBuilder().AddInMemoryCollection(values).Build());
        foreach (var department in Enum.GetValues<Department>())
            services.AddHttpClient(DepartmentPaths.ClientOf(department)).ConfigurePrimaryHttpMessageHandler(() => new DrillRegisters(_clock));
        _services = services.BuildServiceProvider();
    }

    /// <summary>Runs until every application is done, or for as long as nobody would wait.</summary>
    public async Task<DrillReport> RunAsync()
    {
        var exchanges = _services.GetRequiredService<DepartmentExchanges>();
        DateTimeOffset? done = null;
        for (var time = TimeSpan.Zero; time < Longest && done is null; time += Step)
        {
            lock (_lock)
            {
                if (_applications.Count < Applications && time >= Arrivals * _applications.Count)
                    Arrive();
                if (time.Ticks % SweepEvery.Ticks == 0)
                    Sweep();
            }
            Pump(exchanges);
            _clock.Advance(Step);
            await StandStillAsync();
            if (_opened is null && exchanges.CircuitOf(Bad) is not CircuitState.Closed)
                _opened = _clock.GetUtcNow();
            lock (_lock)
                done = _applications.Count == Applications && _applications.All(application => !application.IsBeingVerified) ? _clock.GetUtcNow() : null;
        }
        return new DrillReport(_applications, _answered, [.. _clock.Attempts], _opened, done, _losses);
    }

    public void Dispose() => _services.Dispose();

    private void Arrive()
    {
        var id = ApplicationId.FromBytes([.. BitConverter.GetBytes(_applications.Count), .. new byte[12]]);
        var submitted = Application.Submit(id, Forms[_applications.Count % Forms.Count], Policy.Id, _clock.GetUtcNow());
        var started = StartVerification.Decide(submitted, Policy, _schedule, _clock.GetUtcNow())!.After;
        _applications.Add(started);
        foreach (var check in started.Checks)
            _queues[check.Department].Enqueue(_applications.Count - 1);
    }

    private void Sweep()
    {
        for (var n = 0; n < _applications.Count; n++)
        {
            if (_applications[n].NextDue(_schedule) is not { } due || due > _clock.GetUtcNow())
                continue;
            var redrive = RedriveOverdue.Decide(_applications[n], Policy, _schedule, _clock.GetUtcNow());
            _applications[n] = redrive.Change?.After ?? _applications[n];
            foreach (var department in redrive.Ask)
                _queues[department].Enqueue(n);
        }
    }

    private void Pump(DepartmentExchanges exchanges)
    {
        foreach (var (department, queue) in _queues)
        {
            while (NextOf(department, queue) is { } query)
                _ = AskAsync(exchanges, query.N, query.Query);
        }
    }

    private (int N, DepartmentQuery Query)? NextOf(Department department, Queue<int> queue)
    {
        lock (_lock)
        {
            while (_asking[department] < AtOnce && queue.TryDequeue(out var n))
            {
                var application = _applications[n];
                if (!application.IsBeingVerified || application.CheckOf(department) is not { State.Status: CheckStatus.Queued or CheckStatus.SourceUnavailable } check)
                    continue;
                _asking[department]++;
                var asksPeriod = check.Questions.Any(question => question is Question.Insurance or Question.Tenancy);
                return (n, new DepartmentQuery(department, check.RequestId(application.Id), application.Id, check.Questions, application.Form, Policy.AreaCode,
                    asksPeriod ? Policy.EvidenceWindow.From : null, asksPeriod ? Policy.EvidenceWindow.To : null, traceParent: null));
            }
            return null;
        }
    }

    private async Task AskAsync(DepartmentExchanges exchanges, int n, DepartmentQuery query)
    {
        var result = await exchanges.For(query.Department).AskAsync(query, CancellationToken.None).ConfigureAwait(false);
        lock (_lock)
        {
            Record(n, query.Department, result);
            _asking[query.Department]--;
        }
    }

    private void Record(int n, Department department, AskResult result)
    {
        DepartmentAnswer answer = result switch
        {
            AskResult.Answered answered => new DepartmentAnswer.Reported(answered.Body, answered.Report),
            AskResult.NoRecord none => new DepartmentAnswer.NoRecord(none.Body),
            AskResult.Unreachable unreachable => new DepartmentAnswer.Unreachable(unreachable.RetryAfter),
            _ => throw new UnreachableException(),
        };
        if (RecordAnswer.Decide(_applications[n], department, answer, Policy, _schedule, _clock.GetUtcNow()) is not { } change)
            return;
        _applications[n] = change.After;
        _losses += change.Events.Count(happened => happened.Kind is ApplicationEventKind.SourceUnavailable);
        if (answer is DepartmentAnswer.Reported or DepartmentAnswer.NoRecord)
            _answered[(n, department)] = _clock.GetUtcNow();
    }

    // Everybody who asks waits for the clock, or the pool has still to run what the clock released.
    private async Task StandStillAsync()
    {
        for (var waited = Stopwatch.StartNew(); ; await Task.Yield())
        {
            lock (_lock)
            {
                if (_clock.Pauses == _asking.Values.Sum())
                    return;
            }
            if (waited.Elapsed > Patience)
                throw new TimeoutException($"{_asking.Values.Sum()} questions are under way, {_clock.Pauses} of them wait for the clock.");
        }
    }
}
