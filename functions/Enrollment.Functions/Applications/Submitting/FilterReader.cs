using System.Globalization;
using Enrollment.Domain;
using Microsoft.AspNetCore.Http;

namespace Enrollment.Functions.Applications.Submitting;

/// <summary>Reads the filters of a list from a query; what is wrong is noted with the parameter's name as its path.</summary>
internal sealed class FilterReader
{
    public const int UsualLimit = 25;
    private const int LargestLimit = 100;

    private readonly IQueryCollection _query;
    private readonly FieldReader _fields;

    public FilterReader(IQueryCollection query, FieldReader fields, params ReadOnlySpan<string> known)
    {
        (_query, _fields) = (query, fields);
        foreach (var (name, values) in query)
        {
            // A filter that is mistyped must not show everything as if it had been applied.
            if (!known.Contains(name))
                fields.Refuse(FaultCode.UnknownField, "$");
            else if (values.Count > 1)
                fields.Refuse(FaultCode.DuplicateField, $"$.{name}");
        }
    }

    public string? One(string name) => _query.TryGetValue(name, out var values) && values is [{ } value] ? value : null;

    public T? Choice<T>(string name) where T : struct, Enum => One(name) is { } value ? _fields.Choice<T>(value, $"$.{name}") : null;

    /// <summary>The most lines of a page.</summary>
    public int Limit(int usual = UsualLimit)
    {
        if (One("limit") is not { } limit)
            return usual;
        var holds = int.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= LargestLimit;
        _fields.RefuseIf(!holds, FaultCode.UnknownValue, "$.limit");
        return holds ? number : usual;
    }
}
