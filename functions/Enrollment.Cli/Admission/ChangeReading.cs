using System.Globalization;
using Enrollment.Domain.Admission;
using Enrollment.Domain.Admission.Supply;

namespace Enrollment.Cli.Admission;

/// <summary>Reads changes of the form SCHOOL=VALUE; what cannot be read goes to the error output.</summary>
internal sealed class ChangeReading(IReadOnlySet<SchoolCode> schools, Texts texts, TextWriter error)
{
    private const int MostSeats = 10_000;

    /// <summary>Null when any is not SCHOOL=NUMBER.</summary>
    public IReadOnlyDictionary<SchoolCode, int>? Plans(IEnumerable<string> changes) => Read<int>(changes, "Simulate_Plan",
        text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seats) && seats <= MostSeats ? seats : null);

    /// <summary>Null when any is not SCHOOL=METHOD.</summary>
    public IReadOnlyDictionary<SchoolCode, AdmissionMethod>? Methods(IEnumerable<string> changes) => Read<AdmissionMethod>(changes, "Simulate_Method",
        text => Enum.GetValues<AdmissionMethod>().Where(method => string.Equals(method.ToString(), text, StringComparison.OrdinalIgnoreCase)).Select(method => (AdmissionMethod?)method).FirstOrDefault());

    private Dictionary<SchoolCode, T>? Read<T>(IEnumerable<string> changes, string form, Func<string, T?> valueOf) where T : struct
    {
        var read = new Dictionary<SchoolCode, T>();
        foreach (var change in changes)
        {
            if (change.Split('=') is not [var school, var text] || valueOf(text) is not { } value)
                error.WriteLine(texts.Format(form, change));
            else if (!SchoolCode.TryParse(school, out var code) || !schools.Contains(code))
                error.WriteLine(texts.Format("Simulate_School", school));
            else if (!read.TryAdd(code, value))
                error.WriteLine(texts.Format("Simulate_Twice", school));
            else
                continue;
            return null;
        }
        return read;
    }
}
