using System.Security.Cryptography;
using System.Text;

namespace Enrollment.Functions.Tests.DepartmentSimulator;

/// <summary>The test's own reading of Standard Webhooks: the simulator's code must not vouch for itself.</summary>
internal static class SimulatorKeys
{
    private static readonly string[] Departments = ["police", "civil-affairs", "property", "social-security", "disabled-persons"];

    public static IEnumerable<string> Arguments => Departments.SelectMany(department => new[]
    {
        $"--Simulator:RequestKeys:{department}={Text(Request(department))}",
        $"--Simulator:CallbackKeys:{department}={Text(Callback(department))}",
    });

    public static byte[] Request(string department) => Key(0x10, department);

    public static byte[] Callback(string department) => Key(0x20, department);

    public static string Signature(byte[] key, string id, string timestamp, byte[] body) =>
        "v1," + Convert.ToBase64String(HMACSHA256.HashData(key, (byte[])[.. Encoding.UTF8.GetBytes($"{id}.{timestamp}."), .. body]));

    private static byte[] Key(byte first, string department) =>
        [.. Enumerable.Repeat((byte)(first + Array.IndexOf(Departments, department)), 32)];

    private static string Text(byte[] key) => "whsec_" + Convert.ToBase64String(key);
}
