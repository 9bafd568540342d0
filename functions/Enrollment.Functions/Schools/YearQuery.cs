using System.Globalization;
using Enrollment.Domain;
using Microsoft.AspNetCore.Http;

namespace Enrollment.Functions.Schools;

/// <summary>The intake year of a query.</summary>
internal static class YearQuery
{
    private const string Name = "year";

    public static int? Of(HttpRequest request) =>
        request.Query[Name] is [{ } text] && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 2000 and <= 2100 ? year : null;

    /// <summary>What is wrong with it.</summary>
    public static Fault Fault(HttpRequest request) => new(request.Query.ContainsKey(Name) ? FaultCode.UnknownValue : FaultCode.Required, "?" + Name);
}
