using Enrollment.Domain.Verification;
using Enrollment.Functions.Departments.Files;
using Microsoft.Extensions.Options;

namespace Enrollment.Functions.Departments;

/// <summary>Puts a question the way its department is asked.</summary>
internal sealed class DepartmentQuestions(DepartmentExchanges exchanges, FileQuestions files, IOptionsMonitor<DepartmentOptions> options)
{
    public async Task<AskResult> AskAsync(DepartmentQuery query, CancellationToken cancellationToken)
    {
        if (options.Of(query.Department).Mode is DepartmentMode.Call)
            return await exchanges.For(query.Department).AskAsync(query, cancellationToken);
        await files.AddAsync(query, cancellationToken);
        return new AskResult.WillCallBack();
    }
}

internal static class DepartmentOptionsByName
{
    public static DepartmentOptions Of(this IOptionsMonitor<DepartmentOptions> options, Department department) => options.Get(department.ToString());

    /// <summary>The departments that are asked by files.</summary>
    public static IEnumerable<Department> ByFiles(this IOptionsMonitor<DepartmentOptions> options) =>
        Enum.GetValues<Department>().Where(department => options.Of(department).Mode is DepartmentMode.Files);
}
