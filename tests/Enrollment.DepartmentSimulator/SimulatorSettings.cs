using Enrollment.DepartmentSimulator.Registers;
using Enrollment.DepartmentSimulator.Signatures;

namespace Enrollment.DepartmentSimulator;

/// <summary>The section <c>Simulator</c>: folder of the registers, where to call back, two keys a department, and one each for the malware scanner and the gateway of notices if they are to be there.</summary>
internal sealed record SimulatorSettings(string SeedFolder, Uri? CallbackBase, CallbackSchedule Callbacks,
    IReadOnlyDictionary<Department, WebhookKey> RequestKeys, IReadOnlyDictionary<Department, WebhookKey> CallbackKeys,
    WebhookKey? ScannerKey, WebhookKey? NoticeKey)
{
    public static SimulatorSettings Read(IConfiguration configuration)
    {
        var section = configuration.GetSection("Simulator");
        return new SimulatorSettings(
            Folder(section["SeedFolder"]),
            section["CallbackBase"] is { Length: > 0 } address ? Address(address) : null,
            section.GetSection("Callbacks").Get<CallbackSchedule>() ?? new CallbackSchedule(),
            Keys(section.GetSection("RequestKeys")),
            Keys(section.GetSection("CallbackKeys")),
            Key(section, "ScannerKey"),
            Key(section, "NoticeKey"));
    }

    public static bool IsAddress(string? text, out Uri address) =>
        Uri.TryCreate(text, UriKind.Absolute, out address!) && address.Scheme is "http" or "https";

    // `seeds` and `seeds/departments` both name the registers; a folder that is missing would pass for four empty ones
    private static string Folder(string? folder)
    {
        if (string.IsNullOrEmpty(folder) || !Directory.Exists(folder))
            throw new SetupException($"Simulator:SeedFolder: no such folder: '{folder}'");
        var departments = Path.Combine(folder, "departments");
        return Directory.Exists(departments) ? departments : folder;
    }

    private static Uri Address(string text) =>
        IsAddress(text, out var address) ? address : throw new SetupException("Simulator:CallbackBase: not an http address");

    private static WebhookKey? Key(IConfigurationSection section, string name) => section[name] is { Length: > 0 } text
        ? WebhookKey.TryParse(text, out var key) ? key : throw new SetupException($"Simulator:{name}: not a whsec_ key of 24 to 64 bytes")
        : null;

    private static Dictionary<Department, WebhookKey> Keys(IConfigurationSection section) =>
        Department.All.ToDictionary(
            department => department,
            department => WebhookKey.TryParse(section[department.Path], out var key)
                ? key
                : throw new SetupException($"{section.Path}:{department.Path}: not a whsec_ key of 24 to 64 bytes"));
}

/// <summary>How long a callback is tried: delays double from the first to the longest (about a minute in all by default).</summary>
internal sealed record CallbackSchedule
{
    public int Attempts { get; init; } = 12;
    public TimeSpan FirstDelay { get; init; } = TimeSpan.FromMilliseconds(250);
    public TimeSpan LongestDelay { get; init; } = TimeSpan.FromSeconds(10);
    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromSeconds(15);

    public TimeSpan DelayAfter(int attempt) =>
        TimeSpan.FromTicks(Math.Min(LongestDelay.Ticks, FirstDelay.Ticks << Math.Min(attempt - 1, 20)));
}
