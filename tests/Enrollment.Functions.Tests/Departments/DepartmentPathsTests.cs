using Enrollment.Domain.Verification;
using Enrollment.Functions.Departments;

namespace Enrollment.Functions.Tests.Departments;

public sealed class DepartmentPathsTests
{
    [Fact]
    public void Of_EveryDepartment_IsReadBack()
    {
        Assert.Equal("police civil-affairs property social-security disabled-persons", string.Join(' ', Enum.GetValues<Department>().Select(DepartmentPaths.Of)));
        Assert.All(
            Enum.GetValues<Department>(),
            department => Assert.True(DepartmentPaths.TryParse(DepartmentPaths.Of(department), out var read) && read == department));
    }

    [Theory]
    [InlineData("Police")]
    [InlineData("civilaffairs")]
    [InlineData("0")]
    [InlineData("")]
    [InlineData(null)]
    public void TryParse_AnythingElse_IsNone(string? path) => Assert.False(DepartmentPaths.TryParse(path, out _));
}
